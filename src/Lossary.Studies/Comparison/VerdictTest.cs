namespace Lossary.Studies;

/// <summary>How a comparison decides whether a gap is real.</summary>
public enum VerdictTest
{
    /// <summary>
    /// The corrected resampled t-test, adjusted over all pairs of losses: see <see cref="ResampledDifference"/>.
    /// </summary>
    CorrectedT,

    /// <summary>
    /// The Bayesian correlated t-test with a region of practical equivalence: see <see cref="BayesianDifference"/>.
    /// </summary>
    Bayes,
}
