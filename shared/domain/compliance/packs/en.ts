/** English words of the rules. */

import type { Pack } from '../types'
import { readRules } from './read'

export const EN: Pack = {
  language: 'en',
  date: '2026-11-23',
  number: '\\d+(?:[.,]\\d+)?|one|two|three|four|five|six|seven|ten|a few',
  negation: {
    words:
      "not / no / never / cannot / can't / don't / doesn't / didn't / isn't / aren't / wasn't / won't / wouldn't / without / nobody / nothing / neither / nor / instead of / rather than / dont / doesnt / isnt / wont / cant",
    except:
      "not only / not just / not to mention / no doubt / why not / can't believe / cannot believe / can't wait / won't believe / don't miss / no joke / no kidding / no cap / no lie / not gonna lie / never been / nothing … than / can't beat / don't sleep on / no wonder / can't stop / don't wait",
    reach: 32,
  },
  disclaimers:
    "results may vary / results vary / individual results / your results may / not typical / results not typical / not intended to diagnose / dramatization / everyone is different / everyone's skin is different / your mileage may vary",
  rules: readRules(`
absolute.cheapest
  great value: the (very|absolute) cheapest / the cheapest / cheapest / cheapest ever / the most affordable [one] (in|on) the (market|world|internet) / dirt cheap
  a good deal: the best deal ever / the best deal on the (internet|market|planet) / unbeatable deal / unbeatable
  (except): not the cheapest

price.lowest
  a good price: the lowest price[s] [ever|online|anywhere|guaranteed] / lowest price[s] / lowest-ever price / the best price[s] [ever|online|anywhere] / best price guaranteed / rock bottom price[s] / cheapest price / unbeatable price[s] / price you (will never|won't|can't) find (anywhere|elsewhere)

absolute.best
  one of my favourites: the (absolute|very) best [one|thing] (in the world|in the market|on the market|on earth|ever|out there|on tiktok|on the planet|hands down|of all time|i have ever seen)
  one of my favourite: the world's best / the number (one|1) / number (one|1) in * / the no. 1 / the no 1 / no. 1 / no 1 / no.1 / the #1 / #1 / the no.1 / number 1
  a really good: the (best|greatest|finest|most effective|most powerful|strongest) (serum|cream|product|brand|mascara|lipstick|foundation|concealer|sunscreen|moisturizer|moisturiser|cleanser|supplement|vitamin|vacuum|blender|air fryer|headphones|earbuds|jeans|leggings|bra|bag|mattress|pillow|toy|shampoo|conditioner|perfume|fragrance|gadget|tool|quality|thing|skincare|device|charger|snack|coffee|tea|dress|shoes|sneakers)
  really good: the best / best in class / best of the best / bestest / second to none / unrivalled / unrivaled / unmatched / the ultimate
  (except): the best (part|way|time|news|feeling|bit|day|of both worlds|friend*|if you|place|to|of luck|moment|seller*|memories|man|before date|thing about|thing i did|for last|side|angle|option for me|choice for me|ones for me|gift is|mum|mom|dad|light|weather|spot) / best before / best friend* / #1 of # / the best i (can|could) / (tried|try|trying|did|do|does) [my|your|her|his|their|our] [the] best / step #1 / the ultimate goal / part #1 / no. 1 of # / the best we can / #1 seed

absolute.selling
  popular: top selling / top-selling / the best selling / best selling / best-selling / best seller* / bestseller* / best-seller* / number one seller / top seller* / most sold / america's favourite / america's favorite / everyone's favourite / everyone's favorite / the most popular [*] in the world

absolute.rank
  well made: world class / world-class / the world's (first|only|finest|leading) / world leading / one of a kind / the only (one|product|brand|serum|cream|device) (that|you|in|on) / first in the world / top tier / industry leading / perfection in a bottle / flawless perfection

absolute.hundred
  (leave out): 100% (organic|natural|pure|safe|effective|authentic|original|genuine|real results|results|satisfaction|success|working|works|proven|recommended|chemical free|toxin free|clean|risk free|guaranteed) / 100 percent (organic|natural|pure|safe|effective|guaranteed) / one hundred percent (organic|natural|pure|safe|effective|guaranteed) / totally chemical free / chemical free / completely natural

absolute.effective
  works well for me: absolutely works / absolutely effective / works for (everyone|everybody|anyone|all skin types|every skin type|every single person) / works every (time|single time) / never fails / always works / works 100% of the time / works instantly
  suits many people: suits everyone / perfect for everyone / suitable for everyone

guarantee.result
  (leave out): guaranteed / guaranteed to / guaranteed results / results guaranteed / (i|we) guarantee [you] [that] / i promise you will / i promise (it|this) will / (you will|you'll) definitely (see|get|lose|grow|notice) / satisfaction guaranteed / or your money back / money back guarantee / money-back guarantee

guarantee.word
  (leave out): guarantee* / warranted

guarantee.safe
  gentle on my skin: (no|zero|without [any]) side effect* / side effect free / (zero|no) risk / risk free / risk-free / completely safe / totally safe / absolutely safe / perfectly safe / (completely|totally|perfectly) harmless / safe for everyone / no irritation at all

result.instant
  after a while: (instant|immediate) (results|result|effect|effects|relief|glow up|transformation|lift|growth|difference) / instantly (lifts|removes|erases|whitens|heals|cures|slims|fixes|tightens|smooths wrinkles|younger|visible) / works (instantly|immediately|overnight|in seconds|in minutes|right away) / results in (seconds|minutes|# minutes|# seconds|one use|one night) / overnight (results|success|transformation|cure|fix) / (gone|disappear|disappears|vanish|vanishes|cleared) (overnight|instantly|in seconds|in minutes|in # minutes|after one use) / see results (instantly|immediately|overnight|after one use)

result.permanent
  for a long time: permanent (results|result|hair removal|removal|solution|fix|effect|whitening|straightening) / permanently (remov*|gone|fix*|whiten*|erase*|cure*|straight*|get rid of|eliminat*) / (gone|removed|cured|results that last) forever / forever young / lasts forever / never come back / never comes back / once and for all

result.days
  over time: (results|difference|improvement|changes|glow|growth) in [just|only|as little as] # (day|days|week|weeks|hours) / in [just|only] # (days|weeks) (you will|you'll|my skin|your skin|my hair|your hair) / (visible|noticeable|real) results (in|within|after) # [day|days|week|weeks|hours|minutes|months] / clear skin in # / longer hair in # / younger in # / [#] years younger / see results in # / within # (days|weeks) (you will|you'll)

result.miracle
  helpful: miracle* / miraculous* / magic (cure|pill|potion|serum|cream|formula) / magically (removes|disappears|erases|heals|melts) / holy grail cure / life saving / elixir of youth / fountain of youth
  (except): miracle on / christmas miracle* / miracle gro

result.beforeAfter
  (rewrite): before and after (photo|photos|pic|pics|picture|pictures|result|results|transformation|video|shot|shots|comparison) / before & after / before/after / before-after / (my|this|her|his|the|crazy|insane) before and after / before and after using / b4 and after / look at (my|the|her) before and after / before and after$ / before vs after / before vs. after
  (except): before and after (work|school|meals|a meal|each meal|every meal|a workout|workouts|the gym|eating|dinner|lunch|class|a flight|sleep|bed|use|each use|every use) / before and after using the (bathroom|toilet|kitchen)

medical.cure
  may feel good for: cure[s|d] [your|my|the|any|all] (acne|eczema|psoriasis|diabetes|cancer|anxiety|depression|insomnia|arthritis|migraine*|pain|cold|flu|infection*|disease*|illness*|allerg*|asthma|hair loss|baldness) / heal[s|ed] [your|my|the] (acne|eczema|skin|psoriasis|gut|body|scar*|joint*|wound*|anxiety) / treat[s|ed] [your|my|the|any] (acne|eczema|psoriasis|diabetes|cancer|anxiety|depression|insomnia|arthritis|migraine*|pain|infection*|rosacea|fungus|hair loss|allerg*|back pain|disease*) / prevent[s|ed] (cancer|disease*|illness*|infection*|flu|covid*|diabetes|heart attack*|hair loss|alzheimer*) / treatment for (acne|eczema|psoriasis|diabetes|pain|arthritis|anxiety|hair loss)
  (leave out): 100% cure / cures / cured (me|my|her|his|him|them) / (a|the|natural|miracle|instant) cure [for] / healing power[s] / heals / medicinal / therapeutic / works like medicine / replace[s] your medication / better than medicine / wellness cure
  (except): cured (meat|ham|resin|gel|beef|sausage) / heals in the game / the cure (concert|band|album)

medical.disease
  for skin with blemishes: (clears|clear|cleared|fights|fight|removes|remove|removed|gets rid of|get rid of|got rid of|banish|banishes|stops|eliminates|reduces|goodbye to|bye to|good for|helps with|help with|for) [my|your|the|hormonal|cystic|all|stubborn] (acne|pimple*|breakout*|eczema|psoriasis|rosacea|fungus|nail fungus|wart*|herpes|cellulite|hemorrhoid*|varicose vein*)
  (rewrite): (lowers|reduces|controls|balances|regulates|manages) [your|my] (blood sugar|blood pressure|cholesterol|insulin|cortisol) / anti cancer / anti-cancer / for diabetics / hair loss (treatment|cure) / stops hair loss / regrows hair / regrow [your] hair / grows hair back / anti acne / acne treatment / acne-fighting

medical.function
  (leave out): (boost|boosts|strengthen|strengthens|supports|improves|increase|increases) [your|my] (immunity|immune system|immune|metabolism|fertility|testosterone|hormones|memory|brain function|gut health|libido|liver|thyroid|lung*) / detox* / detoxif* / flush[es] [out] toxins / cleanses your (liver|colon|gut|body) / balances [your] hormones / (relieves|relieve|eases|stops|kills|gets rid of|reduces) [my|your|the] (back pain|pain|joint pain|headache*|migraine*|anxiety|stress|cramps|period pain|inflammation|bloating|insomnia) / anti inflammatory / anti-inflammatory / (fixes|fix|cures|fixed) [my|your] (sleep|insomnia|anxiety|gut|posture) / helps you sleep / pain relief / fat metabolism / blood circulation / lymphatic drainage / debloat* / appetite

weight.lose
  (rewrite): (lose|lost|losing|drop|dropped|shed|sheds) [up to|about|over] # (kg|kgs|kilos|kilo|lb|lbs|pounds|pound|inches|dress sizes|stone) / (lose|lost|losing) weight / weight loss / weight-loss / fat loss / (burn|burns|burning|melt|melts|melting) [belly|body|stubborn|arm|your|away] [belly] fat / fat burner* / fat burning / slimming (tea|coffee|pill*|patch*|gel|cream|product*|belt|capsule*) / belly fat / get skinny / skinny (tea|coffee|pill*) / flat (tummy|belly) (tea|in|pill*) / (gain|gained|gaining) # (kg|kgs|kilos|lb|lbs|pounds) / gain weight fast / ozempic / appetite suppress* / waist trainer* / diet pill* / snatched waist

beauty.effect
  covers: (removes|erases|eliminates|gets rid of|reverses) [all|my|your|fine] [dark] (wrinkles|fine lines|lines|dark spots|spots|pores|scars|stretch marks|dark circles|eye bags|pigmentation|aging|ageing|hyperpigmentation)
  brightens the look of: (whitens|whiten|bleaches|lightens|lighten) [my|your|the] [skin|face|body|complexion] / skin whitening / whitening (cream|serum|soap|lotion) / skin bleaching
  for a fresh look: anti aging / anti-aging / antiaging / anti ageing / anti-ageing / look # years younger / reverse[s] aging / turn[s] back time / stops aging / botox in a (bottle|jar) / like botox / natural botox / shrink[s] [your] pores / pore[s] disappear* / lifts your (face|breasts|butt) / plumps your lips permanently / rebuilds collagen / boosts collagen / collagen boosting

price.compare
  good value: (cheaper|better price|better priced|more affordable) than [on|at|in|from] (amazon|walmart|target|sephora|ulta|shein|temu|ebay|the store*|stores|anywhere else|any other|any store|other (sellers|shops|stores|brands|platforms|sites)|everyone else|anyone else|the competition|competitors|retail|elsewhere) / half the price of / a fraction of the price of / (they|others|other brands|other stores) charge [you] # / (compare|compared) [this] to (amazon|walmart|sephora|other brands|other stores) / you won't find it cheaper / nobody sells [it|this] cheaper / find it cheaper / beats every price
  (except): half the price of (a|an|my) (coffee|pizza|dinner|lunch|takeaway|taxi)

price.reference
  (rewrite): (was|used to be|originally|normally|rrp|usually) [only] (£|€|$) # … (now|only|just|today|down to) / was # now # / # off the original price / original price (£|€|$) # / retail[s] for (£|€|$) #

platform.other
  elsewhere: amazon / amazon prime / walmart / ebay / shopee / lazada / temu / shein / aliexpress / alibaba / taobao / tokopedia / sephora / ulta / etsy / costco / tmall
  (except): amazon (rainforest|river|basin|forest|jungle|kindle)

platform.offsite
  tap the product link: (dm|message|text|whatsapp|telegram|wechat|email) me (to|for|if you want) [the] [order|buy|price|link|details|discount] / order (on|via|through|from) (whatsapp|telegram|instagram|facebook|my website|our website|wechat) / (link|shop) in (my|our) bio / add me on (whatsapp|telegram|wechat|line) / whatsapp (us|me) / visit (my|our) website / buy (directly|direct) from (my|our) (website|site|store) / (pay|payment) (via|through) (paypal|venmo|cash app|zelle|bank transfer)

scarcity.false
  while it is in the shop: (only|just) # (left|left in stock|pieces left|units left|remaining|spots left|more left) / (last|final) (chance|few|pieces|day|call|hours) / (today|tonight) only / only (today|tonight|for today) / ends (tonight|today|in # minutes|in # hours|at midnight|soon) / selling out [fast|quick|quickly|so fast] / almost (gone|sold out) / about to sell out / before (it's|its|it is|they're|they are) (gone|sold out) / while (supplies|stocks|stock) last[s] / (will|going to) sell out / limited (time|stock|quantity|quantities) / never be this (cheap|low) again / price goes up (tomorrow|tonight|soon) / act (now|fast) / hurry up / hurry before / won't last long / once (it's|they're) gone
  (except): limited time (of my|to cook|in the morning) / only # left to (do|go|paint|film) / just # left to (do|go|paint|film) / last day of (school|work|summer|term|holiday|vacation|our trip|the year|the trip) / (the|my|our) last few (days|weeks|months|years|minutes|inches|steps) / last few (days|weeks|months|years|minutes|inches|steps|drops|pages)

free.giveaway
  with the conditions shown in the shop: (totally|completely|absolutely|100%) free / for free / (get|grab|claim|win|receive) [it|this|one|yours|your|a|an] free [gift*|product*|item*|stuff|sample*] / free (gift*|giveaway|product*|money|iphone|item*|stuff) / giveaway* / (i'm|im|we're|i am|we are) giving away / giving away / buy (one|1|two|2) get (one|1) [free] / bogo / won a prize / win a (free|prize|iphone|trip) / free (if|when) you (comment|follow|share|like) / costs you nothing / (i'll|we'll|i will|we will) send you [one|it] free
  (except): (sugar|fragrance|cruelty|gluten|paraben|hands|wrinkle|stress|hassle|oil|fat|bpa|lint|tangle|wire|mess|alcohol|streak|dairy|lead|frizz|nut) free (gift*|product*|item*|stuff) / giving away (my|her|his|old|the) (old|clothes|secret*|plot) / giveaway that / dead giveaway

proof.official
  (leave out): (fda|ce|mhra|usda|ema|who|government|state|health ministry|gov) (approved|certified|cleared|registered|endorsed|verified) / approved by (the fda|fda|the government|doctors|health canada|the nhs|the who) / certified by the (fda|government|who|eu) / officially (certified|approved) / official[ly] (recommended|endorsed) by / fda / nhs approved / usda organic

proof.clinical
  popular with people I know: (clinically|scientifically|medically|dermatologically|lab) (proven|tested|approved|shown|backed) / (dermatologist*|doctor*|dentist*|pediatrician*|paediatrician*|expert*|nutritionist*|vet*) (recommend*|approved|tested|recommended|formulated|trusted|swear by|love this|hate this) / (recommended|approved|tested|formulated|trusted) by (doctors|dermatologists|dentists|experts|scientists|a dermatologist|a doctor|professionals) / (studies|study|science|research|clinical trials|trials) (show|shows|prove|proves|proved|confirm*|found|says|say) / proven (results|to|formula) / backed by science / science backed / # out of # (dermatologists|dentists|doctors|people|women|users) / doctors don't want you to know

proof.award
  well liked: award winning / award-winning / (won|winner of|wins) [an|the|#|multiple] (award*|best product|product of the year) / product of the year / (patented|patent pending|patent-pending) / voted (best|number one|#1) / gold medal / celebrity approved / (used|worn|loved|endorsed) by (celebrities|the kardashians|kim kardashian|taylor swift|beyonce|the royal family)

green.claim
  (leave out): eco friendly / eco-friendly / ecofriendly / environmentally friendly / planet friendly / earth friendly / good for the (planet|environment|earth) / sustainable / sustainably (made|sourced) / sustainability / carbon (neutral|negative|free) / climate (neutral|positive) / zero waste / zero-waste / biodegradable / compostable / green product* / save[s] the (planet|turtles|ocean*) / ocean friendly / reef safe / net zero / plastic neutral / non toxic / non-toxic / toxin free / clean beauty

goods.prohibited
  (rewrite): vape / vapes / vaping / e-cig* / ecig* / cigarette* / cigar / cigars / tobacco / nicotine / vodka / whiskey / whisky / tequila / beer / liquor / prescription (drug*|medicine*|medication*|pill*|only|strength) / antibiotic* / steroid* / cbd / thc / cannabis / marijuana / weed / casino / gambling / sports betting / lottery ticket* / scratch cards / gun / guns / ammo / firearm* / pepper spray / viagra / botox injection*
  (except): weed (killer|puller|out|the garden|barrier|mat) / (pull|pulling|garden|sea) weed / (glue|nail|massage|heat|staple|caulking|spray|water|bubble|nerf|hot glue) gun* / gun (attachment|metal|metallic) / gunmetal / root beer / ginger beer / beer (belly|mug|glass|glasses|batter|garden) / casino night theme / vodka sauce / cigar box / cigarette (pants|trousers|jeans) / tobacco (brown|vanille|colour|color)

children.aim
  (rewrite): (kids|children|teens|girls|boys) (ask|tell|beg|get) [your|ur] (mom|mum|mommy|mummy|dad|daddy|parents) / (ask|beg|tell) your (mom|mum|mommy|mummy|dad|daddy|parents) (to|for) [buy|get|it] / use your (mom's|mum's|parents'|dad's) (card|phone|money)

children.growth
  (rewrite): (makes|make|help*|boosts) [your|the] (kid*|child*|baby|toddler*|son|daughter) [to] [grow] (taller|smarter|grow|sleep through the night|intelligent|more intelligent) / grow taller / increase[s] [your] height / height growth / brain development / raises iq / boosts iq

rivals.disparage
  I prefer this one: (better|stronger|higher quality) than (any|every|all|all the|other|any other|every other|all other|the other) [*] (brand|brands|product|products|one|ones|serum|serums|cream|creams|seller|sellers|competitor*) / (other|all other|those) (brands|sellers|products) (are|is) (trash|garbage|fake|rubbish|a scam|scam|bad|toxic|junk|overpriced|lying) / unlike (other|those|all other) (brands|products|sellers|cheap|fake) / (beats|destroys|blows away|outperforms|kills) (every|any|all|the) [other|big|luxury|high-end|expensive] (brand*|competition|competitor*|product*) / (dyson|la mer|dior|chanel|apple|sk-ii|estee lauder|stanley|nike|adidas|lululemon|crocs|airpods) (is|are) (trash|overpriced|a scam|overrated|garbage|a waste) / stop (buying|wasting money on|wasting your money on) (dyson|la mer|dior|chanel|apple|stanley|nike|lululemon|sephora|other brands)

rivals.copy
  a style I like: dupe / dupes / duped / replica / replicas / (knock off|knockoff|knock-off)* / (just like|same as|identical to|exactly like|looks like) [the] [real|a] (dyson|la mer|dior|chanel|gucci|louis vuitton|lv|hermes|airpods|rolex|cartier|stanley|lululemon|skims|birkin) / same factory as / without the (brand name|brand tax|designer price) / designer inspired / aaa quality / mirror quality / 1:1 copy
`),
}
