#!/bin/sh
# Recomputes a random draw or a lot from the frozen files in this folder and compares it with result.tsv.
# 用本文件夹中封存的文件重新计算随机抽取或抽签，并与 result.tsv 逐行比较。
#
#   sh verify.sh                 check the folder        核对本文件夹
#   sh verify.sh FREEZE_CODE     also compare with the code that was published before the dice
#                                同时核对掷骰前公布的封存码
#
# Needs only: sh, sha256sum (or shasum), sort, awk. Exit status: 0 right, 1 wrong, 2 cannot check.
#
# Seed S = LABEL|FREEZE|DICE; SH = sha256hex(S). For each staff number: N = sha256hex(SH then number) as an
# integer; its decimal digits, zero-padded to 64, reversed, after "0." are the ticket. In each stratum the
# lowest tickets are drawn (D), the next ones are the alternates (A).
#
# Lots (the last three lines of draw.txt say so): tickets under S|tryT for T = 1, 2, ... until the whole allocation
# is valid. Groups 1..G, larger ones first, none with more than ceil(n/G) of a unit that sends n. "cut": everybody in
# ticket order, cut into groups. "by_unit": unit u puts floor(n/G) into every group and one more into the groups with
# the smallest tickets of g1..gG under S|tryT|u; its members in ticket order fill the even places, then these.
# Order of appearance: ticket order under S, or, with "apart: yes", the first T without neighbours of one unit.

set -u
LC_ALL=C
export LC_ALL

wrong() {
    printf 'WRONG 不符: %s\n' "$1" >&2
    exit 1
}

cannot() {
    printf 'CANNOT CHECK 无法核对: %s\n' "$1" >&2
    exit 2
}

cd "$(dirname "$0")" || cannot "the folder cannot be entered"
if command -v sha256sum >/dev/null 2>&1; then
    SHA="sha256sum"
elif command -v shasum >/dev/null 2>&1; then
    SHA="shasum -a 256"
else
    cannot "neither sha256sum nor shasum was found"
fi
TAB=$(printf '\t')
CR=$(printf '\r')
tmp=$(mktemp -d) || cannot "no temporary folder"
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

# 1. The files are there, with plain line ends.
for file in MANIFEST.sha256 draw.txt excluded.tsv plan.tsv roster.tsv dice.txt result.tsv; do
    [ -f "$file" ] || wrong "$file is missing / 缺少文件"
    line=$(grep -n "$CR" "$file" | head -n 1 | cut -d : -f 1)
    [ -z "$line" ] || wrong "$file, line $line: Windows line ends (CR) / 第 $line 行含回车符"
    [ -z "$(tail -c 1 "$file")" ] || wrong "$file: the last line does not end with a line feed / 末行缺换行"
done

# 2. The frozen files are those of the manifest.
$SHA draw.txt excluded.tsv plan.tsv roster.tsv >"$tmp/manifest"
for file in draw.txt excluded.tsv plan.tsv roster.tsv; do
    now=$(grep "  $file\$" "$tmp/manifest")
    grep -qxF "$now" MANIFEST.sha256 || wrong "$file was changed after the freeze / 封存后被改动"
done
cmp -s "$tmp/manifest" MANIFEST.sha256 || wrong "MANIFEST.sha256 was changed / 清单被改动"
FREEZE=$($SHA <MANIFEST.sha256 | cut -c 1-64)
if [ $# -gt 0 ]; then
    given=$(printf '%s' "$*" | tr -d ' ' | tr 'A-F' 'a-f')
    [ "$given" = "$FREEZE" ] || wrong "the published freeze code is another one; here: $FREEZE / 与公布的封存码不同"
fi

# 3. Dice, label and tables have their form.
DICE=$(cat dice.txt)
case $DICE in
'' | *[!0-9]*) wrong "dice.txt must hold one line of digits and nothing else / 应只有一行数字" ;;
esac
[ "${#DICE}" -ge 20 ] && [ "${#DICE}" -le 40 ] || wrong "dice.txt must hold 20 to 40 digits / 应有 20 至 40 位数字"
[ "$(wc -l <dice.txt)" -eq 1 ] || wrong "dice.txt must hold one line / 应只有一行"
LABEL=$(head -n 1 draw.txt)
case $LABEL in
'' | *"|"*) wrong "draw.txt, line 1: the label is missing or holds | / 首行标签有误" ;;
esac
for file in excluded.tsv plan.tsv roster.tsv; do
    sort -c "$file" 2>/dev/null || wrong "$file: the lines are not sorted bytewise / 未按字节排序"
done
awk -F '\t' 'NF != 3 || $1 == "" || $2 !~ /^(0|[1-9][0-9]*)$/ || $3 !~ /^(0|[1-9][0-9]*)$/ || ($1 in seen) { print NR; exit }
    { seen[$1] = 1 }' plan.tsv >"$tmp/bad"
[ -s "$tmp/bad" ] && wrong "plan.tsv, line $(cat "$tmp/bad") / 该行有误"
awk -F '\t' 'NF != 3 || $1 == "" || length($2) > 32 || $2 !~ /^[0-9A-Za-z._-]+$/ || (tolower($2) in seen) { print NR; exit }
    { seen[tolower($2)] = 1 }' roster.tsv >"$tmp/bad"
[ -s "$tmp/bad" ] && wrong "roster.tsv, line $(cat "$tmp/bad"): staff number / 该行工号有误"

# 4. Tickets.
# Sixteen bits at a time into limbs of seven decimal digits; every step stays far below 2^53.
TICKET='
    BEGIN {
        signs = "0123456789abcdef"
        for (i = 0; i < 256; i++)
            value[substr(signs, int(i / 16) + 1, 1) substr(signs, i % 16 + 1, 1)] = i
    }
    function ticket(hex,    at, n, j, carry, x, limb, digits, turned) {
        n = 1
        limb[1] = 0
        for (at = 1; at <= 64; at += 4) {
            carry = value[substr(hex, at, 2)] * 256 + value[substr(hex, at + 2, 2)]
            for (j = 1; j <= n; j++) {
                x = limb[j] * 65536 + carry
                carry = int(x / 10000000)
                limb[j] = x - carry * 10000000
            }
            if (carry > 0)
                limb[++n] = carry
        }
        digits = sprintf("%d", limb[n])
        for (j = n - 1; j >= 1; j--)
            digits = digits sprintf("%07d", limb[j])
        while (length(digits) < 64)
            digits = "0" digits
        turned = ""
        for (j = length(digits); j >= 1; j--)
            turned = turned substr(digits, j, 1)
        return "0." turned
    }
'

# Lines in, the SHA-256 of each line (without its line end) out.
hashes() {
    rm -rf "$tmp/m"
    mkdir "$tmp/m"
    awk -v folder="$tmp/m/" '{
        file = folder sprintf("%09d", NR)
        printf "%s", $0 >file
        close(file)
    }'
    (cd "$tmp/m" && ls | xargs $SHA) | cut -c 1-64
}

# In: key, hash of the seed, id, unit. Out: key, ticket, id, unit.
tickets() {
    cat >"$tmp/in"
    [ -s "$tmp/in" ] || return 0
    awk -F '\t' '{ print $2 $3 }' "$tmp/in" | hashes >"$tmp/hashed"
    paste "$tmp/hashed" "$tmp/in" |
        awk -F '\t' "$TICKET"'{ printf "%s\t%s\t%s\t%s\n", $2, ticket($1), $4, $5 }'
}

S="$LABEL|$FREEZE|$DICE"
export S

# 5. The draw again.
drawn_people() {
    SH=$(printf '%s\n' "$S" | hashes)
    awk -F '\t' -v seed="$SH" '{ printf "%s\t%s\t%s\t\n", $1, seed, $2 }' roster.tsv |
        tickets | sort -t "$TAB" -k 1,1 -k 2,2 -k 3,3 >"$tmp/order"
    awk -F '\t' '
        FILENAME == "plan.tsv" { places[$1] = $2 + 0; alternates[$1] = $3 + 0; next }
        {
            at = ++count[$1]
            if (at <= places[$1])
                printf "%s\tD\t%d\t%s\t%s\n", $1, at, $3, substr($2, 1, 20)
            else if (at <= places[$1] + alternates[$1])
                printf "%s\tA\t%d\t%s\t%s\n", $1, at - places[$1], $3, substr($2, 1, 20)
        }
    ' plan.tsv "$tmp/order"
}

# Everybody in ticket order under try $1 to $2 (0 0: the seed alone): try, ticket, id, unit.
in_order() {
    awk -v first="$1" -v last="$2" 'BEGIN {
        for (t = first; t <= last; t++)
            print ENVIRON["S"] (t ? "|try" t : "")
    }' | hashes >"$tmp/seeds"
    awk -F '\t' -v t="$1" '
        FILENAME == "roster.tsv" { n++; unit[n] = $1; id[n] = $2; next }
        { for (i = 1; i <= n; i++) printf "%d\t%s\t%s\t%s\n", t, $1, id[i], unit[i]; t++ }
    ' roster.tsv "$tmp/seeds" | tickets | sort -t "$TAB" -k 1,1n -k 2,2 -k 3,3
}

# The first of the tries $1 to $2 that is valid, or nothing.
valid_cut() {
    in_order "$1" "$2" | awk -F '\t' -v groups="$GROUP_COUNT" '
        FILENAME == "roster.tsv" { n++; sends[$1]++; next }
        $1 != t {
            if (t && !bad) { print t; found = 1; exit }
            t = $1; bad = 0; at = 0; group = 0; left = 0
            split("", here)
        }
        bad { next }
        {
            if (!left) {
                group++
                left = int(n / groups) + (group <= n % groups)
                split("", here)
            }
            left--
            if (++here[$4] > int((sends[$4] + groups - 1) / groups)) bad = 1
        }
        END { if (!found && t && !bad) print t }
    ' roster.tsv -
}

valid_apart() {
    in_order "$1" "$2" | awk -F '\t' '
        $1 != t {
            if (t && !bad) { print t; found = 1; exit }
            t = $1; bad = 0; last = ""
        }
        { if ($4 == last) bad = 1; last = $4 }
        END { if (!found && t && !bad) print t }
    '
}

# The groups of the one-more places under try $1 to $2: try, unit, number of the group.
extra_groups() {
    awk -F '\t' '{ sends[$1]++ } END { for (unit in sends) printf "%s\t%d\n", unit, sends[unit] }' roster.tsv |
        sort >"$tmp/sends"
    awk -F '\t' -v groups="$GROUP_COUNT" -v first="$1" -v last="$2" '
        $2 % groups { for (t = first; t <= last; t++) printf "%d\t%s\n", t, $1 }
    ' "$tmp/sends" >"$tmp/asked"
    [ -s "$tmp/asked" ] || return 0
    awk -F '\t' '{ print ENVIRON["S"] "|try" $1 "|" $2 }' "$tmp/asked" | hashes >"$tmp/seeds"
    paste "$tmp/asked" "$tmp/seeds" | awk -F '\t' -v groups="$GROUP_COUNT" '
        { for (g = 1; g <= groups; g++) printf "%d\t%s\tg%d\t%s\n", $1, $3, g, $2 }
    ' | tickets | sort -t "$TAB" -k 1,1n -k 4,4 -k 2,2 -k 3,3 | awk -F '\t' -v groups="$GROUP_COUNT" -v file="$tmp/sends" '
        FILENAME == file { sends[$1] = $2; next }
        { key = $1 FS $4 }
        ++taken[key] <= sends[$4] % groups { printf "%d\t%s\t%d\n", $1, $4, substr($3, 2) }
    ' "$tmp/sends" -
}

valid_by_unit() {
    extra_groups "$1" "$2" >"$tmp/extra"
    awk -F '\t' -v groups="$GROUP_COUNT" -v first="$1" -v last="$2" -v sends="$tmp/sends" '
        FILENAME == sends { n += $2; even += int($2 / groups); next }
        { more[$1, $3]++ }
        END {
            for (t = first; t <= last; t++) {
                right = 1
                for (g = 1; g <= groups; g++)
                    if (even + more[t, g] != int(n / groups) + (g <= n % groups)) right = 0
                if (right) { print t; exit }
            }
        }
    ' "$tmp/sends" "$tmp/extra"
}

# The first valid try of a way (cut, by_unit, apart); 0 when none is.
first_try() {
    from=1
    size=1
    while [ "$from" -le "$MOST" ]; do
        to=$((from + size - 1))
        [ "$to" -le "$MOST" ] || to=$MOST
        found=$("valid_$1" "$from" "$to")
        if [ -n "$found" ]; then
            echo "$found"
            return
        fi
        from=$((to + 1))
        [ "$size" -ge 64 ] || size=$((size * 2))
        [ ! -t 2 ] || printf '%s: %s/%s\r' "$1" "$to" "$MOST" >&2
    done
    echo 0
}

# In: group, ticket, id in the order inside the groups. Out: the lines of result.tsv.
in_groups() {
    awk -F '\t' '{ printf "%d\tD\t%d\t%s\t%s\n", $1, ++at[$1], $3, substr($2, 1, 20) }' |
        sort -t "$TAB" -k 1,1 -k 3,3n
}

groups_by_cut() {
    in_order "$1" "$1" | awk -F '\t' -v groups="$GROUP_COUNT" -v n="$(wc -l <roster.tsv)" '
        {
            if (!left) { group++; left = int(n / groups) + (group <= n % groups) }
            left--
            printf "%d\t%s\t%s\n", group, $2, $3
        }
    ' | in_groups
}

groups_by_unit() {
    extra_groups "$1" "$1" | sort -t "$TAB" -k 2,2 -k 3,3n >"$tmp/extra"
    in_order "$1" "$1" >"$tmp/order"
    awk -F '\t' -v groups="$GROUP_COUNT" -v sends="$tmp/sends" -v extra="$tmp/extra" '
        FILENAME == sends { even[$1] = int($2 / groups); next }
        FILENAME == extra { more[$2, ++count[$2]] = $3; next }
        {
            at = seen[$4]++
            if (at < even[$4] * groups) group = int(at / even[$4]) + 1
            else group = more[$4, at - even[$4] * groups + 1]
            printf "%d\t%s\t%s\n", group, $2, $3
        }
    ' "$tmp/sends" "$tmp/extra" "$tmp/order" | in_groups
}

# Neither way found a valid try: units in ticket order are dealt round. Valid, but not uniform.
groups_dealt() {
    in_order 0 0 >"$tmp/order"
    SH=$(printf '%s\n' "$S" | hashes)
    cut -f 1 roster.tsv | uniq | awk -v seed="$SH" '{ printf "0\t%s\t%s\t\n", seed, $0 }' |
        tickets | sort -t "$TAB" -k 2,2 -k 3,3 >"$tmp/units"
    awk -F '\t' -v groups="$GROUP_COUNT" -v order="$tmp/order" '
        FILENAME == order { n++; ticket[n] = $2; id[n] = $3; unit[n] = $4; next }
        { for (i = 1; i <= n; i++) if (unit[i] == $3) printf "%d\t%s\t%s\n", at++ % groups + 1, ticket[i], id[i] }
    ' "$tmp/order" "$tmp/units" | in_groups
}

rule() {
    tail -n 3 draw.txt | sed -n "s/^$1: //p"
}

TRIES=""
case $(tail -n 3 draw.txt | cut -d : -f 1 | tr '\n' ' ') in
"groups mode max_tries ")
    GROUP_COUNT=$(rule groups)
    MOST=$(rule max_tries)
    case $GROUP_COUNT$MOST in '' | *[!0-9]*) wrong "draw.txt: the rules of the lot / 抽签规则有误" ;; esac
    [ "$GROUP_COUNT" -ge 1 ] && [ "$GROUP_COUNT" -le "$(wc -l <roster.tsv)" ] ||
        wrong "draw.txt: these people cannot form $GROUP_COUNT groups / 人数不足以分成 $GROUP_COUNT 组"
    if [ "$(rule mode)" = by_unit ]; then ways="by_unit cut"; else ways="cut by_unit"; fi
    TRIES=0
    for way in $ways; do
        TRIES=$(first_try "$way")
        [ "$TRIES" -eq 0 ] || break
    done
    if [ "$TRIES" -eq 0 ]; then
        groups_dealt
    elif [ "$way" = cut ]; then
        groups_by_cut "$TRIES"
    else
        groups_by_unit "$TRIES"
    fi >"$tmp/result"
    ;;
"order apart max_tries ")
    MOST=$(rule max_tries)
    case $MOST in '' | *[!0-9]*) wrong "draw.txt: the rules of the lot / 抽签规则有误" ;; esac
    TRIES=0
    if [ "$(rule apart)" = yes ]; then
        TRIES=$(first_try apart)
        [ "$TRIES" -ne 0 ] || wrong "draw.txt: no valid order is found / 找不到有效顺序"
    fi
    in_order "$TRIES" "$TRIES" | awk -F '\t' '{ printf "1\t%s\t%s\n", $2, $3 }' | in_groups >"$tmp/result"
    ;;
*)
    drawn_people >"$tmp/result"
    ;;
esac

# 6. The same result?
if ! cmp -s "$tmp/result" result.tsv; then
    line=$(awk -v right="$tmp/result" '
        { if ((getline wanted <right) <= 0 || wanted != $0) { print NR; found = 1; exit } }
        END { if (!found) print NR + 1 }
    ' result.tsv)
    printf 'result.tsv:  %s\n' "$(sed -n "${line}p" result.tsv)" >&2
    printf 'recomputed 重算:  %s\n' "$(sed -n "${line}p" "$tmp/result")" >&2
    wrong "result.tsv, line $line is not what the frozen files and the dice give / 第 $line 行与重算结果不同"
fi
printf 'RIGHT 一致: %s\n' "$LABEL"
printf 'freeze code 封存码: %s\n' "$FREEZE"
if [ -n "$TRIES" ]; then
    printf 'drawn by lot 抽签: %s, try 第几次有效: %s\n' "$(wc -l <result.tsv | tr -d ' ')" "$TRIES"
else
    printf 'drawn 抽中: %s, alternates 备选: %s\n' "$(grep -c "${TAB}D${TAB}" result.tsv)" "$(grep -c "${TAB}A${TAB}" result.tsv)"
fi
