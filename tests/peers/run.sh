#!/usr/bin/env bash
# The official JavaScript clients against our program: starts it on a database of its own, runs every *.test.js, stops it.
# A false Azure (azure.js) writes to its /api/messages. The program is the Release build, or the one CHATBOT_CONFIGURATION names. With CHATBOT_URL and CHATBOT_SECRET set, the tests
# talk to a program that runs already.
set -euo pipefail
cd "$(dirname "$0")"

# Packages are compared with the lock file, so that a changed one is brought anew.
if ! cmp -s package-lock.json node_modules/.brought; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.brought
fi

if [ -z "${CHATBOT_URL:-}" ]; then
    folder=$(mktemp -d)
    free() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
    CHATBOT_URL="http://127.0.0.1:$(free)"
    export CHATBOT_URL CHATBOT_SECRET="peers-$(node -e 'console.log(require("crypto").randomBytes(16).toString("hex"))')"
    # A false Azure that the tests open: its address and the key of its channels. Nothing of it is asked at start.
    CHATBOT_AZURE="http://127.0.0.1:$(free)"
    export CHATBOT_AZURE CHATBOT_AZURE_KEY="$folder/azure.pem" CHATBOT_APP_ID=6a0d5c1e-1111-4222-8333-944455566677
    node -e 'console.log(require("crypto").generateKeyPairSync("rsa",{modulusLength:2048}).privateKey.export({type:"pkcs8",format:"pem"}))' > "$CHATBOT_AZURE_KEY"
    export BotFramework__AppId=$CHATBOT_APP_ID BotFramework__AppPassword=peers BotFramework__Emulator=true BotFramework__Handoff=channel \
        BotFramework__LoginUrl=$CHATBOT_AZURE BotFramework__MetadataUrl="$CHATBOT_AZURE/openid" BotFramework__EmulatorMetadataUrl="$CHATBOT_AZURE/openid"
    # Another desk, which the tests open as well; workers of the other tests who ask for a person find it closed.
    CHATBOT_DESK="http://127.0.0.1:$(free)/api/messages"
    export CHATBOT_DESK CHATBOT_DESK_APP_ID=0b9f3c77-2222-4333-8444-955566677788
    export BotFramework__Desk__Url=$CHATBOT_DESK BotFramework__Desk__AppId=$CHATBOT_DESK_APP_ID Site__Url=$CHATBOT_URL
    # A false Graph plays Meta from now on: a minute after its start the program asks for the page's name.
    port=$(free)
    export Messenger__GraphUrl="http://127.0.0.1:$port/v25.0" Messenger__AppId=111 Messenger__AppSecret=peers-secret Messenger__VerifyToken=peers \
        Messenger__Pages__0__Id=1023 Messenger__Pages__0__AccessToken=peers-token Messenger__Pages__0__InviteComments=true
    node graph.js "$port" &
    graph=$!
    DirectLine__Secret=$CHATBOT_SECRET ConnectionStrings__Chat="Data Source=$folder/chatbot.db" \
        dotnet run --no-build -c "${CHATBOT_CONFIGURATION:-Release}" --project ../../bot/Web -- --urls="$CHATBOT_URL" > "$folder/log" 2>&1 &
    program=$!
    trap 'kill $program $graph 2> /dev/null || true; wait $program $graph 2> /dev/null || true; rm -rf "$folder"' EXIT
    for _ in $(seq 240); do
        curl -sf "$CHATBOT_URL/health/ready" > /dev/null && break
        kill -0 $program 2> /dev/null || { cat "$folder/log"; exit 1; }
        sleep 0.5
    done
fi

node --test --test-concurrency=1 --test-reporter=tap .
