package quote

import "strings"

// takes says what can be the content of a cue verb.
type takes uint8

const (
	clause     takes = 1 << iota // a clause or direct speech
	infinitive                   // to + infinitive
	object                       // its object
	listener                     // its object is who is told
	about                        // a phrase with one of its prepositions
)

// cue is a row of the table of cue verbs.
type cue struct {
	takes takes
	preps string // " of for ", with blanks around each
}

// cueTable lists verbs of saying, thinking and showing by their lemma with
// what they take: c a clause, i an infinitive, o an object, l a listener as
// object, and prepositions after a colon.
const cueTable = `
say:c state:c add:c note:c:of explain:c report:co:on announce:co declare:co proclaim:co pronounce:c claim:cio assert:co insist:c:on maintain:c
argue:c:for,against contend:c allege:co suggest:co hint:c:at imply:co signal:co indicate:co show:co reveal:co disclose:co confirm:co acknowledge:co
admit:co:to concede:co confess:c:to deny:co recall:c reply:c respond:c:to,with answer:c:to retort:c counter:c rejoin:c joke:c:about quip:c tweet:co post:c write:c:of,about
testify:c:about swear:ci attest:c certify:c tell:cl:about,of inform:cl:of,about notify:cl:of remind:cl:of assure:cl:of convince:cl persuade:cl promise:cio vow:cio pledge:cio threaten:cio
agree:ci:with,on,to disagree:c:with concur:c:with complain:c:about,of lament:co bemoan:o boast:c:of,about brag:c:about emphasise:co emphasize:co stress:co underscore:co underline:co
highlight:co reiterate:co repeat:c restate:c clarify:co comment:c:on remark:c:on observe:c mention:co cite:o tout:o caution:cl:against warn:cl:of,against,about
advise:cl recommend:co propose:cio urge:clo:for demand:cio request:cio ask:cil:for,about question:co wonder:c:about inquire:c:about query:c call:oi:for describe:o:as characterize:o characterise:o
dub:o label:o brand:o portray:o:as depict:o cast:o hail:o praise:o:for laud:o applaud:o welcome:o commend:o criticise:o:for criticize:o:for condemn:o denounce:o decry:o slam:o
blast:o lambaste:o deplore:o rebuke:o mock:o ridicule:o deride:o dismiss:o reject:o oppose:o support:o back:o endorse:o favor:o favour:o defend:o justify:o advocate:o:for champion:o
accuse:l:of blame:l:for,on fault:l:for charge:c:with express:o voice:o convey:co utter:o shout:c yell:c scream:c cry:c chant:co whisper:c murmur:c mutter:c sigh:c exclaim:c
gush:c rant:c:about,against rave:c fume:c thunder:c roar:c rule:c order:cl direct:l instruct:cl command:cl beg:cl:for plead:c:for,with appeal:ci:for implore:cl exhort:l encourage:lo press:l:for
thank:l:for congratulate:l:for,on apologise:c:for apologize:c:for regret:co speculate:c:about theorize:c calculate:c figure:c reckon:c consider:o deem:o view:o regard:o foresee:co anticipate:co envision:o
believe:c:in think:c:of,about feel:c know:c hope:ci:for fear:co expect:cio assume:c suspect:co doubt:co guess:c estimate:co predict:co forecast:co project:co conclude:c find:co
realize:c realise:c understand:c learn:c:of hear:c remember:co forget:c worry:c:about imagine:c dream:c:of intend:i plan:i want:io wish:ci:for desire:io prefer:io aim:i refuse:i decline:i offer:io volunteer:ci
affirm:co reaffirm:co dispute:co contest:o challenge:o refute:o rebut:o retract:o disavow:o confide:c vouch:c blurt:c snap:c interject:c interrupt:c continue:c conclude:co
read:c detail:o outline:o discuss:o address:o reference:o invoke:o echo:o paraphrase:o summarise:co summarize:co relay:co recount:co narrate:c relate:c chronicle:o document:co
quote:l cite:lo publish:o decide:ci determine:c resolve:ci consider:co contemplate:o weigh:o seem:ci appear:ci prove:co demonstrate:co illustrate:o caution:c opine:c posit:c
surmise:c hypothesize:c ponder:co muse:c venture:c chime:c offer:ci object:c:to protest:co grumble:c:about gripe:c:about whine:c:about moan:c grouse:c vent:c crow:c cheer:co jeer:c taunt:c tease:c
preach:c lecture:c:about teach:c counsel:c coach:c signal:ci telegraph:co broadcast:co air:o radio:c cable:c text:c email:c e-mail:c phone:c fax:c blog:c retweet:o log:c record:co register:o
refer:o:to allude:o:to point:c:to,out speak:c:of,about,against talk:c:about,of hear:c:from push:o:for lobby:o:for campaign:o:for,against rail:o:against hint:c shrug:c nod:c
contradict:o:with minimize:o downplay:o exaggerate:o overstate:o trumpet:o herald:co hype:o pitch:o peg:o credit:l:with,for salute:o honor:o mourn:o eulogize:o
`

// cues parses the table.
func cues() map[string]cue {
	table := make(map[string]cue, 400)
	for _, row := range strings.Fields(cueTable) {
		f := strings.Split(row, ":")
		c := table[f[0]]
		for _, letter := range f[1] {
			switch letter {
			case 'c':
				c.takes |= clause
			case 'i':
				c.takes |= infinitive
			case 'o':
				c.takes |= object
			case 'l':
				c.takes |= listener
			}
		}
		if len(f) > 2 {
			c.takes |= about
			c.preps = " " + strings.ReplaceAll(f[2], ",", " ") + " "
		}
		table[f[0]] = c
	}
	return table
}

// speech are the cue verbs that direct speech can stand beside without a
// clause between them: the other cue verbs need a clause that they govern.
const speechVerbs = ` say state add note explain report announce declare proclaim claim assert insist maintain argue contend allege suggest reveal confirm acknowledge admit
 concede confess deny recall reply respond answer retort counter joke quip tweet post write testify swear tell inform remind assure promise vow pledge threaten agree complain
 lament boast emphasise emphasize stress underline underscore reiterate repeat clarify comment remark observe mention caution warn advise urge demand ask question wonder inquire
 shout yell scream cry chant whisper murmur mutter exclaim gush rant rave rule beg plead implore thank apologise apologize speculate predict conclude believe think hope read snap
 interject interrupt continue opine muse venture grumble gripe whine moan crow cheer taunt tease counsel text email e-mail blog quote cite call describe lecture affirm protest object fume
 thunder roar sigh offer express voice charge accuse criticize criticise blast slam denounce condemn praise hail tout dub label elaborate rejoin confide blurt `

// reportNouns are nouns whose clause is what somebody says.
const reportNouns = ` claim statement allegation assertion accusation charge suggestion warning belief fear hope view opinion argument contention promise pledge vow threat denial admission
 report announcement declaration complaint concern conclusion evidence sign idea notion demand request proposal plea call prediction estimate expectation suspicion insistence assurance
 support opposition criticism attack appeal call pressure revelation rumor rumour speculation confirmation acknowledgment remark comment reminder impression feeling conviction criticism understanding `

// documents speak for those who wrote them.
var documents = words(`study report poll survey statement analysis letter document article research review paper investigation inquiry assessment estimate
 memo email press-release communique dossier audit data figure statistic census index video footage record result chart map ranking`)
