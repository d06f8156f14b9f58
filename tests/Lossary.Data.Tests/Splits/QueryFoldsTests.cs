using Lossary.Numerics;

namespace Lossary.Data.Tests;

public sealed class QueryFoldsTests
{
    /// <summary>Sixty rows of twelve queries, dealt round.</summary>
    private static readonly Target Queries = Read(60, 12);

    [Fact]
    public void Rows_of_a_query_are_tested_together_once_a_repeat()
    {
        foreach (IGrouping<int, Fold> repeat in Folds.Repeated(Queries, 5, 2, new RandomStream(3)).GroupBy(fold => fold.Repeat))
        {
            Assert.Equal(Enumerable.Range(0, 60), repeat.SelectMany(fold => fold.Test).Order());
            Assert.All(repeat, fold => Assert.Empty(QueriesAt(fold.Test).Intersect(QueriesAt(fold.Training))));
        }
    }

    [Fact]
    public void Rows_of_a_query_validate_together()
    {
        int[] rows = [.. Enumerable.Range(0, 60)];
        (int[] training, int[] validation) = Folds.SplitValidation(Queries, rows, 0.2, new RandomStream(3));
        Assert.Equal(rows, training.Concat(validation).Order());
        Assert.Equal(2, QueriesAt(validation).Count());
        Assert.Empty(QueriesAt(validation).Intersect(QueriesAt(training)));
    }

    [Fact]
    public void Fewer_queries_than_folds_are_refused() => Assert.Contains(
        "3 queries cannot be split into 5 folds.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Repeated(Read(30, 3), 5, 1, new RandomStream(1))).Message,
        StringComparison.Ordinal);

    private static IEnumerable<int> QueriesAt(IEnumerable<int> positions) =>
        positions.Select(position => Queries.Queries[position]).Distinct();

    private static Target Read(int rows, int queries) => Target.Read(
        Tables.Read("x,q,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i},q{i % queries},{i % 7}.5\n"))),
        "y",
        new() { Query = "q" });
}
