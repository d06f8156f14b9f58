namespace Lossary.Reports;

/// <summary>The answer of a report in one sentence, with the figures that carry it.</summary>
/// <param name="Headline">One sentence: "Huber is best on MAE: 14.2 k, 6.1 % below squared error."</param>
public sealed record Verdict(string Headline) : Block
{
    /// <summary>The kind of answer in a word or two, such as "A clear winner".</summary>
    public string? Label { get; init; }

    /// <summary>What the answer means and how sure it is, in a sentence or two.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether there is a winner, a tie, or reason for care.</summary>
    public VerdictTone Tone { get; init; }

    /// <summary>Whose numbers the figures are.</summary>
    public string? FiguresTitle { get; init; }

    /// <summary>The few numbers that carry the answer.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];
}
