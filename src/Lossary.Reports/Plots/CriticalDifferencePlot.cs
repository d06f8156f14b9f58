namespace Lossary.Reports;

/// <summary>Mean ranks over several data sets on one axis; bars join losses that cannot be told apart.</summary>
/// <remarks>
/// J. Demšar, "Statistical Comparisons of Classifiers over Multiple Data Sets", Journal of Machine Learning Research 7
/// (2006) 1–30. One row a loss, so that names have room on a phone.
/// </remarks>
public sealed class CriticalDifferencePlot : Plot
{
    private const double RowHeight = 26;
    private const double Radius = 5;
    private const double BarGap = 10;

    /// <summary>Takes the losses and what joins them.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="marks">The losses, best mean rank first.</param>
    /// <param name="groups">Groups of losses that cannot be told apart: indices into the marks, best first.</param>
    /// <param name="criticalDifference">How far apart two mean ranks must be before they differ.</param>
    /// <exception cref="ArgumentException">A group names a loss that is not there.</exception>
    public CriticalDifferencePlot(
        string title, IReadOnlyList<RankMark> marks, IReadOnlyList<IReadOnlyList<int>> groups,
        double criticalDifference)
        : base(title)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Any(group => group.Count == 0 || group.Any(index => index < 0 || index >= marks.Count)))
        {
            throw new ArgumentException(
                $"A group is empty or names a loss that is none of the {marks.Count}.", nameof(groups));
        }

        Marks = marks;
        Groups = groups;
        CriticalDifference = criticalDifference;
    }

    /// <summary>The losses, best mean rank first.</summary>
    public IReadOnlyList<RankMark> Marks { get; }

    /// <summary>Groups of losses that cannot be told apart: indices into the marks.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; }

    /// <summary>How far apart two mean ranks must be before they differ.</summary>
    public double CriticalDifference { get; }

    /// <inheritdoc/>
    public override string Description => Marks.Count == 0
        ? "No losses."
        : "Mean ranks, 1 is best: "
            + string.Join("; ", Marks.Select(mark => $"{mark.Label} {Quantity.Fixed(mark.MeanRank, 2)}"))
            + $". Critical difference {Quantity.Fixed(CriticalDifference, 2)}. "
            + (Groups.Count == 0
                ? "All can be told apart."
                : "Not told apart: " + string.Join("; ", Groups.Select(group =>
                    string.Join(", ", group.Select(index => Marks[index].Label)))) + ".");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        [TableColumn.Words("Loss"), TableColumn.Numbers("Mean rank"), TableColumn.Words("Group")],
        [
            .. Marks.Select((mark, i) => new TableRow([mark.Label, Quantity.Fixed(mark.MeanRank, 2), LettersOf(i)])
            {
                IsHighlighted = mark.IsHighlighted,
                Style = mark.Style,
            }),
        ],
        $"{Title}: losses that share a letter cannot be told apart");

    /// <summary>A letter for each group that a loss is in: losses that share one cannot be told apart.</summary>
    /// <param name="index">The loss's place among the marks.</param>
    public string LettersOf(int index) =>
        string.Concat(Groups.Index().Where(group => group.Item.Contains(index))
            .Select(group => (char)('a' + (group.Index % 26))));

    private protected override double HeightAt(double width) => RowFrame.HeightOf(Labels, RowHeight, width);

    /// <summary>A row for the ruler, and one a loss.</summary>
    private string[] Labels => ["critical difference", .. Marks.Select(mark => mark.Label)];

    private protected override void Draw(SvgCanvas canvas)
    {
        Axis axis = new("mean rank, 1 is best") { Minimum = 1, Maximum = Math.Max(2, Marks.Count) };
        string[] labels = Labels;
        string[] notes =
            [Quantity.Fixed(CriticalDifference, 2), .. Marks.Select(mark => Quantity.Fixed(mark.MeanRank, 2))];
        RowFrame frame = new(canvas, Scale.Of(axis, Marks.Select(mark => mark.MeanRank)), labels, notes, RowHeight);
        frame.Draw(axis);
        frame.Name(0, labels[0], isStrong: false);
        frame.Note(0, notes[0], "end soft");
        DrawRuler(frame);
        DrawGroups(frame);
        for (int i = 0; i < Marks.Count; i++)
        {
            RankMark mark = Marks[i];
            double at = frame.Scale.Map(mark.MeanRank), middle = frame.Middle(i + 1);
            frame.Canvas.Line(frame.Left, middle, at, middle, "rule");
            frame.Canvas.Dot(at, middle, Radius, mark.Style, 1, $"{mark.Label}: mean rank {notes[i + 1]}");
            frame.Name(i + 1, mark.Label, mark.IsHighlighted);
            frame.Note(i + 1, notes[i + 1], mark.IsHighlighted ? "end strong" : "end soft");
        }
    }

    private void DrawRuler(RowFrame frame)
    {
        double from = frame.Scale.Map(1), to = frame.Scale.Map(1 + CriticalDifference), middle = frame.Middle(0);
        double end = Math.Min(to, frame.Right);
        frame.Canvas.Line(from, middle, end, middle, "mark", 2);
        frame.Canvas.Line(from, middle - 5, from, middle + 5, "mark", 2);
        if (to <= frame.Right)
        {
            frame.Canvas.Line(to, middle - 5, to, middle + 5, "mark", 2);
        }
    }

    /// <summary>A bar down from the first loss of a group to its last, beside their dots.</summary>
    private void DrawGroups(RowFrame frame)
    {
        for (int i = 0; i < Groups.Count; i++)
        {
            int first = Groups[i].Min(), last = Groups[i].Max();
            double beside = frame.Scale.Map(Groups[i].Max(index => Marks[index].MeanRank)) + BarGap + (i % 2 * 5);
            double at = Math.Min(beside, frame.Right + 4);
            frame.Canvas.Line(at, frame.Middle(first + 1) - 6, at, frame.Middle(last + 1) + 6, "mark", 3);
        }
    }
}
