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
            Recommend = new("zero-inflated-negative-binomial"),
            Alternatives = [new("zero-inflated-poisson"), new("hurdle-poisson"), NegativeBinomial, new("poisson")],
            Note = "Where only the mean counts, Poisson's is right as well; what it says of zeros is not (--quantiles "
                + "shows it).",
            Because = "There are more zeros than even a negative binomial has: some have a source of their own, which "
                + "gets an output of its own; Poisson and the negative binomial are its limits where there is none.",
            Source = "D. Lambert, Zero-Inflated Poisson Regression, 1992, doi:10.2307/1269547; W. H. Greene, "
                + "Accounting for Excess Zeros and Sample Selection, 1994, https://ssrn.com/abstract=1293115",
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
