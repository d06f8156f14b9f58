using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A comparison as a report looks at it: one name and one colour a loss, everywhere.</summary>
internal sealed class ComparisonView
{
    private readonly LossColours _colours;

    public ComparisonView(ComparisonResult result)
    {
        Result = result;
        LossOutcome? take = result.Verdict.Take;
        LossOutcome[] ordered = take is null ? [.. result.Outcomes] : [take, .. result.Outcomes.Where(o => o != take)];
        _colours = new(ordered.Select(outcome => outcome.Name));
        Shown = [.. ordered.Where(outcome => outcome.Failure is null).Take(SeriesStyle.Coloured)];
    }

    public ComparisonResult Result { get; }

    /// <summary>The losses that plots of many lines show: the one to take, then the best, while colours last.</summary>
    public IReadOnlyList<LossOutcome> Shown { get; }

    /// <summary>The losses in the order of the tables.</summary>
    public IReadOnlyList<KeyEntry> Key => KeyOf(Result.Outcomes);

    public static string NameOf(LossOutcome outcome) => LossLabel.Of(outcome.Objective);

    public SeriesStyle StyleOf(LossOutcome outcome) => _colours[outcome.Name];

    public bool IsTaken(LossOutcome outcome) => outcome == Result.Verdict.Take;

    public IReadOnlyList<KeyEntry> KeyOf(IEnumerable<LossOutcome> outcomes) =>
        [.. outcomes.Select(outcome => new KeyEntry(NameOf(outcome), StyleOf(outcome)))];

    /// <summary>A line of a loss; the loss to take is the one to look at first.</summary>
    public LineSeries Line(LossOutcome outcome, IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        new(NameOf(outcome), x, y, StyleOf(outcome)) { IsEmphasised = IsTaken(outcome) };
}
