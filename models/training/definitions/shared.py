"""What several models have in common."""

from ..features import Feature
from ..text import text

MALE = Feature("sex", "is", category="male")
BODY = (Feature("height_cm"), Feature("weight_kg"), Feature("bmi"), MALE)

FORCES = (
    "vertical_force_first_peak",
    "vertical_force_valley",
    "vertical_force_second_peak",
    "braking_force_peak",
    "propulsive_force_peak",
    "medial_force_first_peak",
    "medial_force_second_peak",
    "lateral_force_peak",
    "cop_path_ap",
    "cop_path_ml",
)
MEAN_AND_DIFFERENCE = tuple(Feature(code, transform) for code in FORCES for transform in ("mean", "difference"))
LOWER_AND_HIGHER = tuple(Feature(code, transform) for code in FORCES for transform in ("lower", "higher"))

ADULTS = text(
    "For adults only: nobody under 18 was among the people it learned from.",
    "Solo para personas adultas: aprendió sin nadie menor de 18 años.",
)
PATIENTS = text(
    "It says how much a pattern looks like that of people under treatment. It is no forecast of a future injury and no diagnosis.",
    "Dice cuánto se parece un patrón al de personas en tratamiento. No predice lesiones futuras ni es un diagnóstico.",
)
CLINIC = text(
    "The people came to one clinic, so the share of injured among them is not that of the general population. "
    "The figure is moved to the share stated beside it.",
    "Las personas acudieron a una sola clínica, así que la proporción de lesionados no es la de la población general. "
    "La cifra se ajusta a la proporción que se indica a su lado.",
)
PAIN_AND_SPEED = text(
    "Pain slows people down: speed is partly a consequence of an injury, not its cause.",
    "El dolor hace ir más despacio: la velocidad es en parte consecuencia de la lesión, no su causa.",
)
TREADMILL = text(
    "Measured on a treadmill, at speeds that were partly set by the clinic. Overground speed at the same effort is often different.",
    "Medido en cinta, a velocidades que en parte fijó la clínica. En el suelo, la velocidad con el mismo esfuerzo suele ser distinta.",
)
TOWARDS_THE_MIDDLE = text(
    "It pulls strongly towards the middle age: young people come out older than they are and old people younger.",
    "Tira mucho hacia la edad media: las personas jóvenes salen mayores de lo que son y las mayores, más jóvenes.",
)
WIDE = text(
    "The interval is the message: people of very different ages move alike, so one figure alone says little.",
    "Lo importante es el intervalo: personas de edades muy distintas se mueven de forma parecida, así que la cifra sola dice poco.",
)
MOSTLY_PATIENTS = text(
    "Most of the people it learned from had an injury or pain, which changes how people move.",
    "La mayoría de las personas de las que aprendió tenían una lesión o dolor, y eso cambia la forma de moverse.",
)
PLATES = text(
    "Measured on force plates in one laboratory. Other plates, an instrumented treadmill or other filters can shift the values.",
    "Medido con plataformas de fuerza de un solo laboratorio. Otras plataformas, una cinta instrumentada u otros filtros pueden desplazar los valores.",
)
HELD_OUT = text(
    "The figures come from held-out predictions: cross-validation in five parts, by person, three times; every person weighs the same. "
    "The model served was then fitted on everyone.",
    "Las cifras proceden de predicciones sobre personas que el modelo no había visto: validación cruzada en cinco partes, por persona, "
    "tres veces, y todas las personas pesan lo mismo. Después, el modelo que se usa se ajustó con todas.",
)
