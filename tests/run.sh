#!/usr/bin/env bash
# Everything, on a fresh machine with the .NET 10 SDK: brings Chromium, PostgreSQL and Node packages when they are missing, then runs all tests.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
passed=0 failed=0 skipped=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

say() { printf '\n== %s\n' "$*"; }

# count NAME COMMAND…: one check that passes or fails as a whole.
count() {
    local name=$1; shift
    say "$name"
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

bring() {
    local missing=()
    command -v chromium > /dev/null || missing+=(chromium fonts-noto-core)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
    command -v node > /dev/null || missing+=(nodejs npm)
    [ ${#missing[@]} -eq 0 ] && return 0
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    echo "installing ${missing[*]}"
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

# suite NAME: a test project; its own totals are added up.
suite() {
    say "tests/$1"
    local log="$logs/$1.log" line
    dotnet run --no-build -c Release --project "tests/$1" -- -noColor > "$log" 2>&1
    line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
    if [ -z "$line" ]; then
        tail -n 60 "$log"; failed=$((failed + 1)); echo "FAILED: tests/$1 did not finish"; return
    fi
    [[ $line =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+) ]]
    local total=${BASH_REMATCH[1]} bad=$((BASH_REMATCH[2] + BASH_REMATCH[3])) left=${BASH_REMATCH[4]}
    passed=$((passed + total - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
    if [ "$bad" -gt 0 ] || [ "$left" -gt 0 ]; then grep -vE '^\s*$' "$log" | tail -n 200; else echo "$line"; fi
}

# peers: the official JavaScript clients against our program.
peers() {
    say "tests/peers"
    local log="$logs/peers.log"
    bash tests/peers/run.sh > "$log" 2>&1
    local good bad
    good=$(sed -nE 's/^# pass ([0-9]+)$/\1/p; s/^ℹ pass ([0-9]+)$/\1/p' "$log" | tail -n 1)
    bad=$(sed -nE 's/^# fail ([0-9]+)$/\1/p; s/^ℹ fail ([0-9]+)$/\1/p' "$log" | tail -n 1)
    if [ -z "$good" ]; then
        tail -n 60 "$log"; failed=$((failed + 1)); echo "FAILED: tests/peers did not finish"; return
    fi
    passed=$((passed + good)) failed=$((failed + ${bad:-0}))
    if [ "${bad:-0}" -gt 0 ]; then tail -n 100 "$log"; else echo "$good passed"; fi
}

finish() {
    say "sum"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && exit 0 || exit 1
}

count "programs the tests need" bring
count "build, warnings are errors" dotnet build ChatBot.sln -c Release -v quiet
[ "$failed" -eq 0 ] || finish
count "dotnet format" dotnet format ChatBot.sln --no-restore --verify-no-changes
count "knowledge base" dotnet run --no-build -c Release --project bot/Web -- check knowledge-base
suite Knowledge
suite Talk
suite Web
peers
count "25 kills, every acknowledged message stored once and answered once" dotnet run --no-build -c Release --project tests/load -- kill 25
finish
