namespace Lossary.Losses;

/// <summary>How a raw prediction z becomes a prediction on the target's scale.</summary>
public enum Link
{
    /// <summary>z is the prediction.</summary>
    Identity,

    /// <summary>eᶻ is: z is the logarithm of a mean.</summary>
    Log,

    /// <summary>σ(z) is the probability of the positive class: z is a logit.</summary>
    Logit,

    /// <summary>softmax(z) are the probabilities of the classes.</summary>
    Softmax,

    /// <summary>
    /// Only the order counts: the sign of z, or its largest entry, names the class; there is no probability.
    /// </summary>
    Score,
}
