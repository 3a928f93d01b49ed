#!/usr/bin/env bash
# Make the pictures of the documents by running the reader: tools/pictures.sh [FOLDER]
# Needs Xvfb, xterm, tmux, xdotool, ImageMagick's `import`, and the fonts DejaVu Sans Mono and Noto Sans CJK JP.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-docs/images}
roundtable=${ROUNDTABLE:-.venv/bin/roundtable}
home=$(mktemp -d)
export DISPLAY=:93 HOME="$home" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_CONFIG_HOME="$home/config"
unset NO_COLOR
Xvfb "$DISPLAY" -screen 0 2400x1800x24 >/dev/null 2>&1 &
server=$!
trap 'tmux -L pictures kill-server 2>/dev/null; kill "$server"; rm -rf "$home"' EXIT
mkdir -p "$out"
sleep 1

# picture NAME WIDTH HEIGHT ARGUMENTS KEYS…: a word of more than one letter that is no key of tmux is typed as text
picture() {
    local name=$1 width=$2 height=$3 arguments=$4
    shift 4
    tmux -L pictures -f /dev/null new-session -d -s page -x "$width" -y "$height" \
        "env TERM=xterm-256color COLORTERM=truecolor LC_ALL=C.UTF-8 $roundtable $arguments"
    tmux -L pictures set -g status off
    tmux -L pictures set -ga terminal-overrides ',*:Tc'
    sleep 3
    for key in "$@"; do
        tmux -L pictures send-keys -t page "$key"
        sleep 0.7
    done
    xterm -fa 'DejaVu Sans Mono' -fd 'Noto Sans CJK JP' -fs 11 -b 0 -geometry "${width}x${height}+0+0" \
        -e env LC_ALL=C.UTF-8 tmux -L pictures attach -t page &
    local window=$!
    sleep 2
    import -window "$(xdotool search --class xterm | tail -1)" -strip "$out/$name.png"
    kill "$window"
    tmux -L pictures kill-session -t page
    sleep 0.5
}

picture reader 120 40 '--lang ja read 008-1' ']' ']' ']' '}'
picture search 120 40 '--lang ja read 002-1' s '待ち時間' Down
picture search-narrow 80 24 '--lang ja read 002-1' s 'kenshuu' Down Down
picture search-counts 120 40 '--lang ja read 002-1' s 'はんこ' C-t
picture search-nothing 80 24 '--lang ja read 002-1' s 'speaker:三枝 判子屋'
picture hit 80 24 '--lang ja read 002-1' s 'テレワク' Enter
picture paper 120 40 '--lang en read en-002#1' t
