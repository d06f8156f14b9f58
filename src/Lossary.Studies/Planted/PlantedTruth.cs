using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// Data of which the right loss is known, because what a rule of the decision table asks about was planted in it.
/// </summary>
public sealed class PlantedTruth
{
    /// <summary>The column to predict.</summary>
    public const string TargetName = "y";

    private readonly Func<PlantedFeatures, RandomStream, string> _draw;

    /// <param name="draw">
    /// The target of a row, as text; before it, with commas, the cells of columns that tell about the row.
    /// </param>
    internal PlantedTruth(Func<PlantedFeatures, RandomStream, string> draw) => _draw = draw;

    /// <summary>The name, in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>What was planted, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The task that the target poses.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>How many rows show what was planted.</summary>
    public required int Rows { get; init; }

    /// <summary>How many rows show that it tells in a comparison: the smaller the gap, the more.</summary>
    public required int ComparisonRows { get; init; }

    /// <summary>What the user knows and the data cannot tell.</summary>
    public Needs Needs { get; init; } = new();

    /// <summary>How the command line states it: <c>--censored seen</c>; empty where nothing is to be stated.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The column of weights; null where all rows weigh the same.</summary>
    public string? Weights { get; init; }

    /// <summary>The objectives, without parameters, of which advice must name one first.</summary>
    public required IReadOnlyList<string> Recommended { get; init; }

    /// <summary>What decides a comparison, as <see cref="Lossary.Training.MetricCatalogue.Find"/> reads it.</summary>
    public required string Metric { get; init; }

    /// <summary>The objectives that a comparison tries: right ones, and what people take by habit.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>Those of the candidates of which a comparison must name one as what to train with.</summary>
    public required IReadOnlyList<string> Winners { get; init; }

    /// <summary>
    /// Whether theory promises a gap between winners and the rest; otherwise that no difference is found is right as
    /// well.
    /// </summary>
    public required bool HasGap { get; init; }

    /// <summary>Whether all candidates are equally good, so that no difference is the only right answer.</summary>
    public bool IsControl => Winners.Count == Candidates.Count;

    /// <summary>Why these answers are right.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the reason comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether advice that names an objective first is right.</summary>
    /// <param name="objective">Its parameters are not judged.</param>
    public bool IsRecommended(Objective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        string adjustment = objective.Adjustment is null ? "" : $"+{objective.Adjustment.Card.Key}";
        return Recommended.Contains(objective.Loss.Card.Key + adjustment);
    }

    /// <summary>Whether a comparison came to the right verdict.</summary>
    /// <remarks>
    /// Of a control: that all are tied. Else that a winner is what to train with, and some other is left behind or
    /// cannot be judged, as it predicts what the metric does not allow; where theory promises no gap, a tie of all is
    /// right as well.
    /// </remarks>
    /// <param name="verdict">Of a comparison of the <see cref="Candidates"/> by the <see cref="Metric"/>.</param>
    public bool IsRight(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        bool isTie = verdict.Tied.Count == Candidates.Count;
        bool isWinner = Winners.Any(winner => Objective.Parse(winner).Name == verdict.Take?.Name);
        return isTie ? !HasGap : isWinner && !IsControl;
    }

    /// <summary>The data as text, the same for a seed on every machine.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="rows">How many; null for <see cref="Rows"/>.</param>
    public string WriteCsv(int seed, int? rows = null)
    {
        int count = rows ?? Rows;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(rows));
        RandomStream random = new RandomStream((ulong)seed).Split(Name);
        RandomStream features = random.Split("features"), targets = random.Split("targets");
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture, $"{string.Join(',', [PlantedFeatures.Names, .. Companions, TargetName])}\n");
        for (int row = 0; row < count; row++)
        {
            PlantedFeatures x = PlantedFeatures.Next(features);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{x.X1:F4},{x.X2:F4},{x.X3:F4},{x.X4:F4},{x.Group},{_draw(x, targets)}\n");
        }

        return text.ToString();
    }

    /// <summary>The data as a table.</summary>
    /// <inheritdoc cref="WriteCsv"/>
    public Table Make(int seed, int? rows = null)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(WriteCsv(seed, rows)));
        return CsvFile.Read(stream, $"planted-{Name}");
    }

    /// <summary>The target column of such a table, with the columns that tell about its rows.</summary>
    /// <param name="table">As <see cref="Make"/> made it.</param>
    public Target TargetOf(Table table) => Target.Read(table, TargetName, new()
    {
        // As the command line reads grades and times.
        Task = Needs is { QueryColumn: null, EventColumn: null } ? null : TaskKind.Regression,
        Weights = Weights,
        Events = Needs.EventColumn,
        Query = Needs.QueryColumn,
    });

    /// <summary>The options of a comparison with what the user states.</summary>
    /// <param name="options">The budget and the network.</param>
    /// <param name="target">As <see cref="TargetOf"/> reads it.</param>
    public ComparisonOptions OptionsFor(ComparisonOptions options, Target target)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (options with { Quantiles = Needs.Quantiles }).With(Needs.For(target), target);
    }

    /// <summary>The columns that tell about rows, in the order in which they stand before the target.</summary>
    private IEnumerable<string> Companions =>
        ((string?[])[Weights, Needs.EventColumn, Needs.QueryColumn]).OfType<string>();
}
