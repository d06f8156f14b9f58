using Lossary.Numerics;

namespace Lossary.Data.Tests;

public sealed class FoldsTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(53, 5)]
    [InlineData(100, 3)]
    public void Each_row_is_tested_once_a_repeat_and_folds_differ_by_one(int rows, int folds)
    {
        Target target = Numbers(rows);
        IReadOnlyList<Fold> all = Folds.Repeated(target, folds, 2, new RandomStream(3));
        Assert.Equal(2 * folds, all.Count);
        foreach (IGrouping<int, Fold> repeat in all.GroupBy(fold => fold.Repeat))
        {
            Assert.Equal(Enumerable.Range(0, rows), repeat.SelectMany(fold => fold.Test).Order());
            Assert.InRange(repeat.Max(fold => fold.Test.Length) - repeat.Min(fold => fold.Test.Length), 0, 1);
            Assert.All(
                repeat, fold => Assert.Equal(Enumerable.Range(0, rows), fold.Test.Concat(fold.Training).Order()));
        }
    }

    [Fact]
    public void Classes_are_dealt_evenly()
    {
        Target target = Classes(("a", 50), ("b", 23), ("c", 11));
        foreach (Fold fold in Folds.Repeated(target, 5, 2, new RandomStream(3)))
        {
            int[] counts = [.. Enumerable.Range(0, 3).Select(c => fold.Test.Count(i => target.Classes[i] == c))];
            Assert.Equal(10, counts[0]);
            Assert.InRange(counts[1], 4, 5);
            Assert.InRange(counts[2], 2, 3);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_folds_and_another_one_others()
    {
        Target target = Numbers(40);
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
        IReadOnlyList<Fold> twice = Folds.Repeated(target, 4, 2, new RandomStream(1));
        Assert.NotEqual(twice[0].Test, twice[4].Test);

        int[] Order(ulong seed) =>
            [.. Folds.Repeated(target, 4, 1, new RandomStream(seed)).SelectMany(fold => fold.Test)];
    }

    [Fact]
    public void Folds_of_a_seed_are_the_same_on_every_machine()
    {
        // A snapshot of the first machine that ran it: Philox is specified to the bit.
        IReadOnlyList<Fold> folds = Folds.Repeated(Numbers(12), 4, 1, new RandomStream(2026));
        string tests = string.Join(" | ", folds.Select(fold => string.Join(' ', fold.Test)));
        Assert.Equal("5 8 10 | 6 7 9 | 1 2 11 | 0 3 4", tests);
    }

    [Fact]
    public void Fewer_rows_than_folds_are_refused()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => Folds.Repeated(Numbers(10), 11, 1, new RandomStream(1)));
        Assert.Contains("10 rows cannot be split into 11 folds.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Repeated(Numbers(10), 1, 1, new RandomStream(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Repeated(Numbers(10), 5, 0, new RandomStream(1)));
    }

    [Fact]
    public void Classes_smaller_than_the_folds_are_told()
    {
        Finding finding = Assert.Single(Folds.FindSmallClasses(Classes(("a", 20), ("b", 4)), 5));
        Assert.StartsWith("class 'b' has 4 rows, fewer than the 5 folds", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_one_row_is_told_in_the_singular()
    {
        Finding finding = Assert.Single(Folds.FindSmallClasses(Classes(("a", 20), ("b", 1)), 5));
        Assert.StartsWith("class 'b' has 1 row, fewer than the 5 folds", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_rows_come_from_the_training_rows_and_keep_the_classes_shares()
    {
        Target target = Classes(("a", 80), ("b", 20));
        Fold fold = Folds.Repeated(target, 5, 1, new RandomStream(1))[0];
        (int[] training, int[] validation) = Folds.SplitValidation(target, fold.Training, 0.25, new RandomStream(2));
        Assert.Equal(fold.Training, training.Concat(validation).Order());
        Assert.Equal(20, validation.Length);
        Assert.Equal(4, validation.Count(position => target.ClassNames[target.Classes[position]] == "b"));
    }

    [Fact]
    public void A_class_of_few_rows_is_validated_too()
    {
        Target target = Classes(("a", 95), ("b", 2), ("c", 3));
        int[] rows = [.. Enumerable.Range(0, 100)];
        for (ulong seed = 0; seed < 20; seed++)
        {
            (int[] training, int[] validation) = Folds.SplitValidation(target, rows, 0.15, new RandomStream(seed));
            Assert.Equal(3, validation.Select(position => target.Classes[position]).Distinct().Count());
            Assert.Equal(3, training.Select(position => target.Classes[position]).Distinct().Count());
            Assert.InRange(validation.Length, 15, 17);
        }
    }

    [Theory]
    [InlineData(0.0001, 1)]
    [InlineData(0.9999, 9)]
    public void At_least_one_row_stays_on_each_side(double share, int validating)
    {
        int[] rows = [.. Enumerable.Range(0, 10)];
        (_, int[] validation) = Folds.SplitValidation(Numbers(12), rows, share, new RandomStream(1));
        Assert.Equal(validating, validation.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Shares_of_nothing_and_all_are_refused(double share) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Folds.SplitValidation(Numbers(12), [0, 1, 2], share, new RandomStream(1)));

    private static Target Numbers(int rows) =>
        Target.Read(Tables.OfTargets(Enumerable.Range(0, rows).Select(i => $"{i}.25")), "y");

    private static Target Classes(params (string Name, int Count)[] classes) =>
        Target.Read(Tables.OfTargets(classes.SelectMany(c => Enumerable.Repeat(c.Name, c.Count))), "y");
}
