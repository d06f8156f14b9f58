namespace Lossary.Studies;

/// <summary>What predictions of any origin are.</summary>
public enum PredictionKind
{
    /// <summary>Numbers on the target's scale.</summary>
    Number,

    /// <summary>Probabilities of the positive class, or of each class.</summary>
    Probability,

    /// <summary>
    /// Scores of the positive class, or of each class: the larger, the likelier. Losses take them as logits.
    /// </summary>
    Score,

    /// <summary>Names of classes.</summary>
    ClassName,
}
