"""The tables of one competition. SQLAlchemy only; nothing here knows the program above it."""

from models.accounts import Account
from models.awards import AwardRule, CertificateNumber, Reveal, TitleHolder
from models.base import Base
from models.competition import Competition, Setting, StageLock
from models.draws import DicePart, Draw, Exclusion, FrozenFile, Pick, PlanLine
from models.finals import Adjustment, CodePair, Coding, Criterion, FinalItem, Nominee, Team
from models.journal import JournalEntry, JournalHead, Submission
from models.judging import (
    AvoidanceOverride,
    ItemMark,
    Judge,
    JudgeMark,
    PanelSeat,
    QuizEvent,
    SecondJudgeMark,
    StageTime,
)
from models.people import RosterFile, Staff, Unit
from models.rechecks import Correction, Recheck, RecheckMark, RecheckPaper, StateCorrection
from models.results import Publication, TeamComponent, TieEnd
from models.sittings import AnswerSheet, Candidate, Room, Section, SectionKey, Sitting, WrittenMark

__all__ = [
    "Account",
    "Adjustment",
    "AnswerSheet",
    "AvoidanceOverride",
    "AwardRule",
    "Base",
    "Candidate",
    "CertificateNumber",
    "CodePair",
    "Coding",
    "Competition",
    "Correction",
    "Criterion",
    "DicePart",
    "Draw",
    "Exclusion",
    "FinalItem",
    "FrozenFile",
    "ItemMark",
    "JournalEntry",
    "JournalHead",
    "Judge",
    "JudgeMark",
    "Nominee",
    "PanelSeat",
    "Pick",
    "PlanLine",
    "Publication",
    "QuizEvent",
    "Recheck",
    "RecheckMark",
    "RecheckPaper",
    "Reveal",
    "Room",
    "RosterFile",
    "SecondJudgeMark",
    "Section",
    "SectionKey",
    "Setting",
    "Sitting",
    "Staff",
    "StageLock",
    "StageTime",
    "StateCorrection",
    "Submission",
    "Team",
    "TeamComponent",
    "TieEnd",
    "TitleHolder",
    "Unit",
    "WrittenMark",
]
