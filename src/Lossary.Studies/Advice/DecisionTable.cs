using Lossary.Data;

namespace Lossary.Studies;

/// <summary>
/// Which loss for which data: evaluated from the top, the first match recommends, later ones are alternatives.
/// </summary>
public static class DecisionTable
{
    /// <summary>Every rule, needs before data, special before general; the last of each task always matches.</summary>
    internal static IReadOnlyList<Rule> Rules { get; } =
    [
        .. TimeRules.All, .. QueryRules.All, .. NumberRules.All, .. RegressionRules.All, .. CountRules.All,
        .. BinaryRules.All, .. MultiClassRules.All, .. WarningRules.All,
    ];

    /// <summary>The table in words, every limit at its default.</summary>
    public static IReadOnlyList<DecisionRow> Rows { get; } =
        [.. Rules.Select(rule => rule.Describe(Thresholds.Default))];

    /// <summary>What is compared with whatever is recommended: the simplest loss of a task.</summary>
    public static string BaselineOf(TaskKind task) => task switch
    {
        TaskKind.Regression => "squared",
        TaskKind.Counts => "poisson",
        TaskKind.Binary => "binary-cross-entropy",
        _ => "cross-entropy",
    };
}
