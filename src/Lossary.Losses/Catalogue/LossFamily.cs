namespace Lossary.Losses;

/// <summary>What a loss's formula is written over; one interface, one kernel and one set of laws each.</summary>
public enum LossFamily
{
    /// <summary>The residual r = prediction − target.</summary>
    Distance,

    /// <summary>The margin m = target · score, with targets −1 and +1.</summary>
    Margin,

    /// <summary>A raw prediction and a target.</summary>
    Pointwise,

    /// <summary>The logarithm of the target class's probability.</summary>
    LogProbability,

    /// <summary>The logarithm of every class's probability, and its share of the target.</summary>
    Distribution,

    /// <summary>Differences between the scores of other classes and the target's.</summary>
    ClassMargin,

    /// <summary>Differences between cumulative probabilities, predicted and true, of ordered classes.</summary>
    Ordinal,

    /// <summary>The parameters of a distribution that is predicted, and a target.</summary>
    Head,

    /// <summary>Two boxes.</summary>
    Box,

    /// <summary>Distances or similarities of pairs and triplets of embeddings.</summary>
    Pair,

    /// <summary>All similarities within a batch of embeddings.</summary>
    Batch,

    /// <summary>Scores and relevances of the items of one query.</summary>
    Ranking,

    /// <summary>Sums over a region: true positives, false positives, false negatives.</summary>
    Region,

    /// <summary>Paths through the steps of a sequence.</summary>
    Sequence,

    /// <summary>Times to an event, some of them censored.</summary>
    Survival,

    /// <summary>Rows of scores with what else a class has: counts, costs, transitions, ordered thresholds.</summary>
    ClassArray,

    /// <summary>What a discriminator says of real and of made samples.</summary>
    Adversarial,

    /// <summary>What a generative model predicts: noise, a velocity, a latent distribution.</summary>
    Generative,

    /// <summary>What a student and its teacher say.</summary>
    Distillation,

    /// <summary>Log-probabilities of actions, advantages, values.</summary>
    Policy,

    /// <summary>Log-probabilities of chosen and rejected answers.</summary>
    Preference,

    /// <summary>Parameters or activations alone.</summary>
    Penalty,

    /// <summary>Two images, or one.</summary>
    Image,

    /// <summary>Two distributions or two clouds of points, and what it costs to move one to the other.</summary>
    Transport,

    /// <summary>Other losses.</summary>
    Composite,

    /// <summary>Moments of a whole batch: a root of a mean, a correlation.</summary>
    Moment,

    /// <summary>
    /// Several answers to one sample, or samples of several sources: attacked, unlabelled, of other domains.
    /// </summary>
    Scheme,
}
