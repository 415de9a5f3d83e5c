#!/bin/sh
# train.sh CORPORA MODEL: makes the shipped reading model (README.md, ../models/CARD.md).
set -eu
[ $# -eq 2 ] || { echo "usage: $0 CORPORA MODEL" >&2; exit 2; }
train=${ENTENTE_TRAIN:-build/extract/train/entente-train}
corpora=$1
names=$(dirname "$0")/names.txt

# Names are learned in eight manners and read in that of Universal NER, 7.
learn() {
    "$train" "$corpora" "$@" --names-list "$names" --names-as 7
}
# Learns on with all that is marked, without the helper task, at a rate that falls to nothing once more.
learn_on() {
    learn "$@" --rate 0.001 --all-names 1
}

# Everything together from a fresh start; then on from there; then twice on from that, the second time with the
# names that the second model finds in the treebank's web text; what is shipped is the average of the two.
learn "$2.first" --epochs 14 --universal-share 2
learn_on "$2.second" --resume "$2.first.7" --epochs 3 --tagged-share 0
learn_on "$2.third1" --resume "$2.second.7" --epochs 4 --tagged-share 0 --seed 2
learn_on "$2.third2" --resume "$2.second.7" --epochs 4 --tagged-share 0 --seed 3 --teacher "$2.second.7"
"$train" "$corpora" "$2" --average "$2.third1.7" --average "$2.third2.7"
rm -f "$2".first* "$2".second* "$2".third*
