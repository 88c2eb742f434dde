package en

import "strings"

// irregularBase is the verb of which form is an irregular past tense or past
// participle.
func irregularBase(form string) (string, bool) {
	if base, ok := irregular[form]; ok {
		return base, true
	}
	for _, prefix := range verbPrefixes {
		rest, ok := strings.CutPrefix(form, prefix)
		if !ok || len(rest) < 3 {
			continue
		}
		if base, ok := irregular[rest]; ok {
			return prefix + base, true
		}
	}
	return "", false
}

// verbPrefixes make further verbs of the irregular ones: overthrown, withdrew.
var verbPrefixes = []string{"under", "over", "out", "re", "un", "fore", "up", "mis", "with", "inter", "broad", "pre", "off", "de"}

// irregular maps past tenses and participles to verbs.
var irregular = irregularForms(`be was were been
have had
do did done
go went gone
arise arose arisen
awake awoke awoken
bear bore borne born
beat beaten
become became become
begin began begun
bend bent
beseech besought
bid bade bidden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came come
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
forsake forsook forsaken
freeze froze frozen
get got gotten
give gave given
grind ground
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
lie lain
light lit
lose lost
make made
mean meant
meet met
mow mown
overcome overcame overcome
pay paid
plead pled
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran run
saw sawn
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shear shorn
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk sunken
sit sat
slay slew slain
sleep slept
slide slid
sling slung
smell smelt
smite smote smitten
sneak snuck
sow sown
speak spoke spoken
speed sped
spell spelt
spend spent
spill spilt
spin spun
spit spat
spoil spoilt
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
stride strode stridden
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tread trod trodden
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
wring wrung
write wrote written
hurt hurt
hit hit
put put
set set
let let
cut cut
cost cost
shut shut
split split
spread spread
quit quit
rid rid
cast cast
burst burst
beset beset
thrust thrust
shed shed
wed wed
bet bet
read read
broadcast broadcast
upset upset
need needed
feed fed
heed heeded
seed seeded
weed weeded
bleed bled
speed sped
die died
lie lied
tie tied
vie vied
belie belied
untie untied
outdo outdid outdone
undergo underwent undergone
forego forewent foregone
free freed
`)

func irregularForms(list string) map[string]string {
	m := make(map[string]string, 512)
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		for _, form := range f[1:] {
			m[form] = f[0]
		}
	}
	return m
}
