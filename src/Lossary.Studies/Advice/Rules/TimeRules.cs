using Lossary.Data;
using static Lossary.Studies.Condition;

namespace Lossary.Studies;

/// <summary>What is right where some targets are only bounds, as the user states.</summary>
internal static class TimeRules
{
    private const string Powell =
        "J. L. Powell, Least Absolute Deviations Estimation for the Censored Regression Model, 1984, "
        + "doi:10.1016/0304-4076(84)90004-6";

    private static readonly TaskKind[] Numbers = [TaskKind.Regression, TaskKind.Counts];

    private static readonly Avoidance Squared = new("squared", "bounds taken for values pull the mean towards them");

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "censored-times",
            Tasks = Numbers,
            When = [Statements.EventColumn, AtMost(FactCatalogue.NegativeShare, 0)],
            Recommend = new("cox"),
            Alternatives = [new("weibull-aft"), new("log-normal-aft"), new("absolute")],
            Avoids = [Squared, new(
                "rows without the event left out", "the longest times go, and what is left is too short")],
            Note = "Judge by concordance, over pairs of rows whose order is known; an error of days counts bounds as "
                + "values.",
            Because = "A time that is not over yet says only that it is longer; Cox's partial likelihood takes it as "
                + "that, and no distribution of times is assumed.",
            Source = "D. R. Cox, Regression Models and Life-Tables, 1972, doi:10.1111/j.2517-6161.1972.tb00899.x",
            IsFinal = true,
        },
        new()
        {
            Id = "censored",
            Tasks = Numbers,
            When = [Statements.Censored],
            Recommend = new("tobit"),
            Alternatives = [new("absolute")],
            Avoids = [Squared],
            Note = "Without a column that tells which targets are bounds (--censored COLUMN), those at an end that a "
                + "tenth of the rows share are taken for them. Absolute error needs no normal noise: its median stays "
                + "right while fewer than half of the targets are cut off.",
            Because =
                "A bound counts as what it says: that the truth lies beyond. A mean of bounds and values is neither.",
            Source =
                "J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, doi:10.2307/1907382; "
                + Powell,
        },
    ];
}
