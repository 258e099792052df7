#!/bin/sh
# Recomputes a random draw from the frozen files in this folder and compares it with result.tsv.
# 用本文件夹中封存的文件重新计算随机抽取，并与 result.tsv 逐行比较。
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
mkdir "$tmp/m"

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

# 4. The draw again.
SH=$(printf '%s' "$LABEL|$FREEZE|$DICE" | $SHA | cut -c 1-64)
: >"$tmp/hashes"
if [ -s roster.tsv ]; then
    awk -F '\t' -v seed="$SH" -v folder="$tmp/m/" '{
        file = folder sprintf("%09d", NR)
        printf "%s%s", seed, $2 >file
        close(file)
    }' roster.tsv
    (cd "$tmp/m" && ls | xargs $SHA) >"$tmp/hashes"
fi
paste roster.tsv "$tmp/hashes" | awk -F '\t' '
    BEGIN {
        signs = "0123456789abcdef"
        for (i = 0; i < 256; i++)
            value[substr(signs, int(i / 16) + 1, 1) substr(signs, i % 16 + 1, 1)] = i
    }
    # Sixteen bits at a time into limbs of seven decimal digits; every step stays far below 2^53.
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
    { printf "%s\t%s\t%s\n", $1, ticket(substr($4, 1, 64)), $2 }
' | sort -t "$TAB" -k 1,1 -k 2,2 -k 3,3 >"$tmp/order"
awk -F '\t' '
    FILENAME == "plan.tsv" { places[$1] = $2 + 0; alternates[$1] = $3 + 0; next }
    {
        at = ++count[$1]
        if (at <= places[$1])
            printf "%s\tD\t%d\t%s\t%s\n", $1, at, $3, substr($2, 1, 20)
        else if (at <= places[$1] + alternates[$1])
            printf "%s\tA\t%d\t%s\t%s\n", $1, at - places[$1], $3, substr($2, 1, 20)
    }
' plan.tsv "$tmp/order" >"$tmp/result"

# 5. The same result?
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
printf 'drawn 抽中: %s, alternates 备选: %s\n' "$(grep -c "${TAB}D${TAB}" result.tsv)" "$(grep -c "${TAB}A${TAB}" result.tsv)"
