# ruff: noqa: E501  (a paragraph of an article is one line)
"""Texts that look like interviews and are none: they give no pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OTHERS = {
    "news with quotations": """
- Council delays bridge again

- By Mark Dunn

- June 4, 2018

- The council voted on Monday to delay the bridge for a third time. “How long must we wait?” asked resident Joan Bell.

- Mayor Ellen Frost said that steel prices had doubled. “We cannot build with money we do not have,” she told reporters.

- What happens next? The council meets again in July.

- “It is a disgrace,” said shop owner Tim Roe. “Who will pay for my losses?”
""",
    "an FAQ in bold": """
- Parking permits: your questions answered

- The new permit rules start on 1 March. Here is what residents need to know.

- {bold}Do I need a permit?

- You need a permit if you live inside the zone and own a car.

- {bold}How much does it cost?

- The first permit is free. Each further permit costs £40.

- {bold}Can I get a permit for a visitor?

- Yes. Visitor permits are sold at the town hall.

- {bold}What if I lose my permit?

- Report the loss at the town hall. A replacement costs £10.
""",
    "an FAQ with Q and A": """
- Q&A: The new recycling scheme

- Q: When does the scheme start?

- A: Collections start on 4 June.

- Q: What can I put in the blue bin?

- A: Paper and card. No glass.

- Q: Who do I call if my bin is missed?

- A: Call the council on 555 0100.

- Q: Can I get a second bin?

- A: Yes, for a small fee.
""",
    "an explainer": """
- {h1}What is a heat pump, and should you get one?

- Heat pumps are in the news. Here is how they work.

- {h2}How does a heat pump work?

- It moves heat from the outside air into your home, much like a fridge in reverse.

- {h2}How much does it cost?

- Expect to pay between £8,000 and £14,000, depending on your house.

- {h2}Do you need new radiators?

- Often you do, because the water is less hot.

- {h2}Is it noisy?

- Modern units are about as loud as a fridge.
""",
    "a play": """
- ACT ONE

- A kitchen. Night.

- MARTHA: Who let the cat in?

- GEORGE: What cat?

- MARTHA: The cat on the table, George. Are you blind?

- GEORGE: I thought it was a loaf.

- MARTHA: Do loaves purr?

- GEORGE: Ours do.

- (The cat leaves.)

- MARTHA: Now look what you did.
""",
    "a forum thread": """
- Thread: Leaking tap

- dave77: My kitchen tap drips. Any ideas?

- plumberjoe: Is it the spout or the base?

- dave77: The spout.

- plumberjoe: Then it's the washer. Do you have a spanner?

- sue_b: Or call someone?

- dave77: How much would that cost?
""",
    "a list of questions to ask": """
- {h1}Ten questions to ask before you adopt a dog

- Adopting a dog is a big step. Ask yourself these questions first.

- {h3}1. Do you have time?

- Dogs need at least two walks a day. If you work long hours, think twice.

- {h3}2. Can you afford it?

- Food and vet bills add up. You should budget for surprises.

- {h3}3. Does everyone agree?

- Talk to your family before you decide.
""",
    "a portrait with quotations": """
- The last ferryman

- On a grey morning in March, Silas Moor unties the boat. He has done so for fifty years.

- “Why would I stop?” he says. “The river doesn’t.”

- His daughter thinks he should retire. Would he ever? He shakes his head.

- “Ask me in the spring,” he says.

- The bridge will open next year. What will happen to the ferry then, nobody knows.
""",
    "a speech": """
- Remarks by the director at the annual dinner

- Good evening, everyone. What a year it has been.

- People ask me: why do we still print books? Because someone has to.

- Thank you to the board, the donors and the cooks.

- Do I have regrets? Of course. I regret the blue carpet.

- Good night.
""",
    "a list with numbered questions": """
- {h1}7 questions every buyer asks

- {h2}1. Is the roof sound?

- Have a builder look at it. Your surveyor will check the loft as well.

- {h2}2. Is there damp?

- Look for stains behind furniture. You can rent a meter.

- {h2}3. How old is the boiler?

- Ask for the service book. If there is none, budget for a new one.
""",
    "a lesson": """
- At the baker's

- Practise with your partner.

- CUSTOMER: Good morning. Do you have rye bread?

- BAKER: Yes, we do. How many loaves would you like?

- CUSTOMER: Two, please. How much is that?

- BAKER: Six euros. Anything else?

- CUSTOMER: No, thank you. Goodbye!

- New words

- loaf: a whole piece of bread
""",
    "a recipe with labels": """
- Plum jam

- Serves: six

- Ingredients: 1 kg plums, 500 g sugar

- Method: Boil the plums. Add the sugar.

- Tip: Is it too thin? Boil it longer.

- Note: Keeps for a year.
""",
    "an FAQ, German": """
- {h1}Häufig gestellte Fragen zum Freibad

- {bold}Wann öffnet das Freibad?

- Täglich ab neun Uhr, im August ab acht.

- {bold}Was kostet der Eintritt?

- Erwachsene zahlen vier Euro.

- {bold}Darf ich meinen Hund mitbringen?

- Nein, Hunde sind nicht erlaubt.
""",
    "news with quotations, Spanish": """
- El ayuntamiento cierra el puente

- El alcalde Juan Soto anunció ayer el cierre del puente viejo. “¿Quién quiere un accidente?”, preguntó.

- Los vecinos protestan. “Nos quedamos sin camino al mercado”, dijo Marta Ruiz, dueña de un bar.

- ¿Habrá otro puente? El pleno lo discutirá en mayo.
""",
    "news with questions as subheads": """
- {h1}What we know about the flood

- Heavy rain hit the valley on Tuesday night. At least 40 houses are under water.

- {bold}Where is it worst?

- The lower town has been hit hardest, police said. The bridge is closed.

- {bold}Is more rain expected?

- Forecasters expect showers until Friday.

- {bold}How can residents get help?

- The town hall has opened a shelter. Residents can call 555 0100.
""",
    "a page about a series of interviews": """
- {h1}About the series

- Harbour Talks is a series of interviews with people who work by the sea. It was started in 2012 by Jane Orr.

- {h3}Who makes it?

- Jane and a small team of volunteers.

- {h3}Can I suggest a guest?

- Yes, send us a mail.

- {h3}How often does it appear?

- Every first Monday of the month.
""",
    "a support chat": """
- Support chat 4411

- Agent Kim: Hello, how can I help you today?

- Customer: My order has not arrived. Where is it?

- Agent Kim: Could you give me your order number?

- Customer: 88213.

- Agent Kim: Thank you. It left our warehouse on Monday.

- Customer: When will it be here?

- Agent Kim: Tomorrow.
""",
    "minutes": """
- Minutes of the parish council

- Present: A. Moor (chair), B. Stone, C. Field

- Chair: The minutes of the last meeting were approved.

- Cllr Stone: reported on the drains. The work costs £4,000.

- Cllr Field: asked whether the grant was paid.

- Chair: said that it was not.
""",
    "an essay that asks": """
- {h1}Why do we forget?

- Is forgetting a failure? I used to think so. My grandmother forgot my name before she forgot her songs.

- What does the brain keep? Scientists have argued about this for a century. “We keep what we repeat,” says Dr. Lena Moss of the Institute for Memory.

- But do we? I repeat my password every day and forget it every Monday.

- Perhaps the question is wrong. Perhaps we should ask what is worth keeping.
""",
}


@pytest.mark.parametrize("text", OTHERS)
def test_no_pairs(text: str, read: Callable) -> None:
    structure = read(OTHERS[text]).structure
    assert structure.pairs == ()
    assert structure.reading.convention == "no interview"
