using Lossary.Data;
using static Lossary.Studies.Condition;
using static Lossary.Studies.ThresholdCatalogue;

namespace Lossary.Studies;

/// <summary>What the data decides of counts.</summary>
internal static class CountRules
{
    private static readonly TaskKind[] Counts = [TaskKind.Counts];
    private static readonly Recipe NegativeBinomial = new("negative-binomial", Estimates.NegativeBinomialAlpha);
    private static readonly Recipe Tweedie = new("tweedie", Estimates.TweediePower);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "excess-zeros",
            Tasks = Counts,
            When =
            [
                Above(FactCatalogue.ExcessZerosZ, ExcessZeros),
                Above(FactCatalogue.NegativeBinomialZerosZ, ExcessZeros),
            ],
            Recommend = NegativeBinomial,
            Alternatives = [new("poisson"), Tweedie],
            Ideal = Ideals.ExcessZeros,
            Because = "There are more zeros than even a negative binomial has; its mean is still right, its "
                + "probability of 0 is not.",
            Source = "D. Lambert, Zero-Inflated Poisson Regression, 1992, doi:10.2307/1269547",
        },
        new()
        {
            Id = "over-dispersion",
            Tasks = Counts,
            When =
            [
                Any(
                    Above(FactCatalogue.Dispersion, ThresholdCatalogue.Dispersion),
                    All(
                        SurelyAbove(FactCatalogue.Dispersion, 1),
                        Above(FactCatalogue.NegativeBinomialAlpha, CountsAlpha))),
            ],
            Recommend = NegativeBinomial,
            Alternatives = [new("poisson"), Tweedie],
            Avoids = [new("squared error of log(1 + y)", "its answer taken back is below the mean")],
            Because = "The variance exceeds the mean; the negative binomial knows, and large counts pull less than "
                + "with Poisson.",
            Source = "J. M. Hilbe, Negative Binomial Regression, 2011, doi:10.1017/CBO9780511973420",
        },
        new()
        {
            Id = "counts",
            Tasks = Counts,
            When = [],
            Shows =
            [
                AtMost(FactCatalogue.Dispersion, ThresholdCatalogue.Dispersion),
                AtMost(FactCatalogue.NegativeBinomialAlpha, CountsAlpha),
            ],
            Recommend = new("poisson"),
            Alternatives = [new("squared"), NegativeBinomial, Tweedie],
            Avoids = [new("squared error of log(1 + y)", "its answer taken back is below the mean")],
            Because = "Predictions stay positive, errors count by the size that chance gives them, and the mean is "
                + "right whatever the distribution.",
            Source = "C. Gourieroux, A. Monfort, A. Trognon, Pseudo Maximum Likelihood Methods: Applications to "
                + "Poisson Models, 1984, doi:10.2307/1913472",
        },
    ];
}
