package lang_test

import (
	"testing"

	"github.com/demarche/demarche/intake/lang"
)

func TestOf(t *testing.T) {
	tests := []struct{ want, text string }{
		{"en", "The foreign minister arrived in Lima on Tuesday and said that his government would not sign the treaty."},
		{"en", "Police in the capital arrested 14 people after a protest against the new law turned violent."},
		{"en", "Angela Merkel und Emmanuel Macron was the headline of the paper that Mr. Schulz had read in the train to Köln."},
		{"de", "Der Außenminister traf am Dienstag in Lima ein und sagte, dass seine Regierung den Vertrag nicht unterzeichnen werde."},
		{"fr", "Le ministre des affaires étrangères est arrivé mardi à Lima et a déclaré que son gouvernement ne signerait pas le traité."},
		{"es", "El ministro de Asuntos Exteriores llegó el martes a Lima y dijo que su gobierno no firmará el tratado con los vecinos."},
		{"pt", "O ministro das Relações Exteriores chegou na terça-feira a Lima e disse que o seu governo não vai assinar o tratado."},
		{"it", "Il ministro degli Esteri è arrivato martedì a Lima e ha detto che il suo governo non firmerà il trattato con i vicini."},
		{"nl", "De minister van Buitenlandse Zaken kwam dinsdag aan in Lima en zei dat zijn regering het verdrag niet zal tekenen."},
		{"sv", "Utrikesministern kom till Lima på tisdagen och sade att hans regering inte ska skriva under avtalet med grannarna."},
		{"da", "Udenrigsministeren kom til Lima tirsdag og sagde, at hans regering ikke ville skrive under på aftalen med nogle af naboerne."},
		{"no", "Utenriksministeren kom til Lima tirsdag og sa at hans regjering ikke ville skrive under avtalen etter møtet med noen av naboene."},
		{"fi", "Ulkoministeri saapui tiistaina Limaan ja sanoi, että hänen hallituksensa ei allekirjoita sopimusta, mutta neuvottelut jatkuvat kuitenkin."},
		{"pl", "Minister spraw zagranicznych przybył we wtorek do Limy i powiedział, że jego rząd nie podpisze umowy z sąsiadami."},
		{"cs", "Ministr zahraničí přijel v úterý do Limy a řekl, že jeho vláda smlouvu se sousedy nepodepíše, protože ještě není hotová."},
		{"sk", "Minister zahraničných vecí pricestoval v utorok do Limy a povedal, že jeho vláda zmluvu so susedmi nepodpíše, pretože ešte nie je hotová."},
		{"hu", "A külügyminiszter kedden Limába érkezett, és azt mondta, hogy a kormánya nem írja alá a szerződést a szomszédokkal."},
		{"ro", "Ministrul de externe a sosit marți la Lima și a declarat că guvernul său nu va semna tratatul cu vecinii din nord."},
		{"hr", "Ministar vanjskih poslova stigao je u utorak u Limu i rekao da njegova vlada neće potpisati sporazum sa susjedima."},
		{"sl", "Zunanji minister je v torek prispel v Limo in povedal, da njegova vlada ne bo podpisala sporazuma s sosedi, ker še ni pripravljen."},
		{"sq", "Ministri i jashtëm mbërriti të martën në Lima dhe tha se qeveria e tij nuk do të nënshkruajë marrëveshjen me fqinjët."},
		{"lt", "Užsienio reikalų ministras antradienį atvyko į Limą ir pareiškė, kad jo vyriausybė nepasirašys sutarties su kaimynais, nes ji dar neparengta."},
		{"lv", "Ārlietu ministrs otrdien ieradās Limā un paziņoja, ka viņa valdība neparakstīs līgumu ar kaimiņiem, jo tas vēl nav gatavs."},
		{"et", "Välisminister saabus teisipäeval Limasse ja ütles, et tema valitsus ei kirjuta lepingule alla, kuid kõnelused jätkuvad ka pärast seda."},
		{"tr", "Dışişleri bakanı salı günü Lima'ya geldi ve hükümetinin komşularla bu anlaşmayı imzalamayacağını, ancak görüşmelerin daha sonra süreceğini söyledi."},
		{"az", "Xarici işlər naziri çərşənbə axşamı Limaya gəlib və bildirib ki, hökuməti qonşularla bu müqaviləni imzalamayacaq, çünki o hələ hazır deyil."},
		{"id", "Menteri luar negeri tiba di Lima pada hari Selasa dan mengatakan bahwa pemerintahnya tidak akan menandatangani perjanjian dengan para tetangga itu."},
		{"vi", "Bộ trưởng ngoại giao đã đến Lima hôm thứ Ba và nói rằng chính phủ của ông sẽ không ký hiệp ước với các nước láng giềng."},
		{"sw", "Waziri wa mambo ya nje aliwasili Lima siku ya Jumanne na alisema kuwa serikali yake haitasaini mkataba huo na nchi jirani kwa sasa."},
		{"ca", "El ministre d'Afers Exteriors va arribar dimarts a Lima i va dir que el seu govern no signarà el tractat amb els veïns, però que és possible més endavant."},
		{"ru", "Министр иностранных дел прибыл во вторник в Лиму и заявил, что его правительство не подпишет договор с соседями."},
		{"uk", "Міністр закордонних справ прибув у вівторок до Ліми та заявив, що його уряд не підпише договір із сусідами."},
		{"bg", "Външният министър пристигна във вторник в Лима и заяви, че правителството му няма да подпише договора със съседите."},
		{"sr", "Министар спољних послова стигао је у уторак у Лиму и рекао да његова влада неће потписати споразум са суседима."},
		{"kk", "Сыртқы істер министрі сейсенбіде Лимаға келіп, үкіметі көршілермен бұл шартқа қол қоймайтынын және келіссөздер жалғасатынын мәлімдеді, себебі ол әлі дайын емес."},
		{"ar", "وصل وزير الخارجية إلى ليما يوم الثلاثاء وقال إن حكومته لن توقع على المعاهدة مع الجيران في هذا العام."},
		{"fa", "وزیر امور خارجه روز سه شنبه به لیما رسید و گفت که دولت او این پیمان را با همسایگان امضا نخواهد کرد."},
		{"ur", "وزیر خارجہ منگل کو لیما پہنچے اور کہا کہ ان کی حکومت پڑوسیوں کے ساتھ اس معاہدے پر دستخط نہیں کرے گی۔"},
		{"hi", "विदेश मंत्री मंगलवार को लीमा पहुंचे और कहा कि उनकी सरकार पड़ोसियों के साथ इस संधि पर हस्ताक्षर नहीं करेगी।"},
		{"zh", "外交部长星期二抵达利马，表示该国政府不会签署该条约。"},
		{"ja", "外相は火曜日にリマに到着し、政府は条約に署名しないと述べた。"},
		{"ko", "외무장관은 화요일 리마에 도착해 정부가 조약에 서명하지 않을 것이라고 말했다."},
		{"el", "Ο υπουργός Εξωτερικών έφτασε την Τρίτη στη Λίμα."},
		{"he", "שר החוץ הגיע ביום שלישי ללימה."},
		{"th", "รัฐมนตรีต่างประเทศเดินทางถึงกรุงลิมาเมื่อวันอังคาร"},
		{"ka", "საგარეო საქმეთა მინისტრი სამშაბათს ლიმაში ჩავიდა."},
		{"hy", "Արտաքին գործերի նախարարը երեքշաբթի օրը ժամանեց Լիմա։"},
		// Too little to tell, or nothing to tell it by.
		{"", "Envoy visits Lima"},
		{"", "Merkel, Macron, Sánchez, Orbán, Tusk"},
		{"", "12.05.2023 14:30"},
		{"", ""},
	}
	d := lang.New()
	for _, tt := range tests {
		if got := d.Of(tt.text); got != tt.want {
			t.Errorf("got %q, want %q: %s", got, tt.want, tt.text)
		}
	}
}

// TestEnglishStays holds what no reader may lose: English, however full of names
// and however short.
func TestEnglishStays(t *testing.T) {
	d := lang.New()
	for _, text := range []string{
		"Kyiv, Lviv hit",
		"Envoy visits Lima",
		"“Vamos,” said Mr. Muñoz. “Viva la paz!” the crowd of Pueblo Unido shouted as José María López y García left.",
		"Al Jazeera: Hamas, Fatah sign deal in Doha",
		"Di Maio, Le Pen, De Gasperi and Van Rompuy met in Den Haag, Los Angeles, San José, La Paz and El Alto.",
		"Sources: AFP, dpa, EFE",
		"12 dead.",
	} {
		if code := d.Of(text); !lang.IsEnglish(code, text) {
			t.Errorf("taken for %q: %s", code, text)
		}
	}
	for code, want := range map[string]bool{"": true, "en": true, "en-GB": true, "EN": true, "eng": true, "English": true, "fr": false} {
		if got := lang.IsEnglish(code, "Some text"); got != want {
			t.Errorf("IsEnglish(%q) = %v", code, got)
		}
	}
	if lang.IsEnglish("", "Министр прибыл") {
		t.Error("Cyrillic of no certain language was taken for English")
	}
}

func FuzzOf(f *testing.F) {
	f.Add("The envoy \xff")
	f.Fuzz(func(t *testing.T, text string) { lang.New().Of(text) })
}

func BenchmarkOf(b *testing.B) {
	d := lang.New()
	text := "The foreign minister arrived in Lima on Tuesday and said that his government would not sign the treaty. "
	for len(text) < 5000 {
		text += text
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Of(text)
	}
}
