#!/bin/sh
# train.sh CORPORA MODEL: the stages the shipped reading model was made with (README.md, ../models/CARD.md).
set -eu
[ $# -eq 2 ] || { echo "usage: $0 CORPORA MODEL" >&2; exit 2; }
train=${ENTENTE_TRAIN:-build/extract/train/entente-train}

# Trees and names together from a fresh start; then on from there, each time with a smaller rate that falls to
# nothing, without the helper task. 2 is the manner of WikiGold, 3 that of CrossNER.
"$train" "$1" "$2.first" --epochs 14
"$train" "$1" "$2.second" --resume "$2.first" --epochs 5 --rate 0.001 --tagged-share 0
"$train" "$1" "$2.third" --resume "$2.second.2" --epochs 3 --rate 0.001 --tagged-share 0 --names-as 2 --seed 2
"$train" "$1" "$2.last" --resume "$2.third" --epochs 3 --rate 0.001 --tagged-share 0 --names-as 2 --seed 3
mv "$2.last.3" "$2"
rm -f "$2".first* "$2".second* "$2".third* "$2".last*
