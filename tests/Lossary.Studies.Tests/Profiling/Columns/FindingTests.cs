using Lossary.Data;
using Lossary.Numerics;
using static Lossary.Studies.Tests.ProfiledData;

namespace Lossary.Studies.Tests;

public sealed class FindingTests
{
    [Fact]
    public void A_column_that_restates_the_target_leaks_and_is_kept_from_the_baseline()
    {
        RandomStream random = new(3);
        DataProfile profile = Of("a,b,twice,y", i =>
        {
            double a = random.NextNormal(), y = a + random.NextNormal();
            return $"{Number(a)},{Number(random.NextNormal())},{Number(2 * y)},{Number(y)}";
        });

        Finding leak = Assert.Single(profile.Findings, finding => finding.Message.Contains("leaks", StringComparison.Ordinal));
        Assert.Equal("twice", leak.Column);
        Assert.True(profile.Facts[FactCatalogue.Explained] < 0.6);
    }

    [Fact]
    public void Honest_features_do_not_leak()
    {
        DataProfile profile = Profile(
            500, 4, TaskKind.Regression, (random, signal, _) => Number(signal + (0.2 * random.NextNormal())));

        Assert.DoesNotContain(profile.Findings, finding => finding.Message.Contains("leaks", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_that_are_missing_together_are_named_together()
    {
        RandomStream random = new(5);
        DataProfile profile = Of("a,b,c,y", i =>
            (i % 4 == 0 ? "," : $"{i * 7 % 11},{i * 5 % 13}") + $",{Number(random.NextNormal())},{Number(random.NextNormal())}");

        Assert.Contains(profile.Findings, finding =>
            finding.Message.Contains("missing in the same 50 rows: 'a', 'b'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_that_tells_about_the_target_is_told()
    {
        RandomStream random = new(6);
        DataProfile profile = Of("a,b,y", i =>
            $"{(i % 4 == 0 ? "" : $"{i * 7 % 11}")},{Number(random.NextNormal())},{Number(random.NextNormal() + (i % 4 == 0 ? 2 : 0))}");

        Finding finding = Assert.Single(profile.Findings, finding => finding.Column == "a");
        Assert.Contains("higher where it is missing", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_repeat_and_contradict_are_counted()
    {
        // Rows 0 and 100, 1 and 101, … have equal features; every fourth pair has different targets.
        DataProfile profile = Of("a,b,y", i => $"{i % 100},{i % 100 * 31 % 17},{(i % 100) + (i >= 100 && i % 4 == 0 ? 0.5 : 0)}");

        Assert.Equal(1, profile.Facts[FactCatalogue.DuplicateShare]);
        Assert.Equal(0.25, profile.Facts[FactCatalogue.ConflictShare]!.Value, 12);
    }

    [Theory]
    [InlineData("", "every value is missing")]
    [InlineData("7", "every value is the same")]
    [InlineData("text #", "names rows")]
    public void A_column_that_tells_nothing_is_named_with_its_reason(string cell, string reason)
    {
        DataProfile profile = Of("a,b,y", i => $"{i * 7 % 31},{cell.Replace("#", $"{i}", StringComparison.Ordinal)},{i * 11 % 97}.5");

        Finding finding = Assert.Single(profile.Findings, finding => finding.Column == "b");
        Assert.StartsWith(reason, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_repeat_wholly_are_told()
    {
        DataProfile profile = Of("a,b,y", i => $"{i % 150},{i % 150 * 31 % 17},{i % 150 * 7 % 83}.5");

        Assert.Contains(profile.Findings, finding => finding.Message.StartsWith("50 rows repeat", StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_that_cannot_be_squared_are_told_and_not_fitted()
    {
        DataProfile profile = Of("a,y", i => $"{i * 7 % 31},{i * 11 % 97}e300");

        Assert.Null(profile.Baseline);
        Assert.Contains(profile.Findings, finding => finding.Message.Contains("another unit", StringComparison.Ordinal));
    }

    [Fact]
    public void More_features_than_rows_are_no_knowledge()
    {
        RandomStream random = new(8);
        string header = string.Join(',', Enumerable.Range(0, 2000).Select(i => $"c{i}")) + ",y";
        DataProfile profile = Of(header, _ =>
            string.Join(',', Enumerable.Range(0, 2000).Select(i => random.NextInt(100))) + "," + Number(random.NextNormal()));

        Assert.InRange(profile.Facts[FactCatalogue.Explained]!.Value, 0, 0.1);
        Assert.InRange(profile.Facts[FactCatalogue.NoiseScale]!.Value, 0.6, 1.2);
    }

    [Fact]
    public void Few_rows_have_no_baseline_and_say_so()
    {
        Table table = Read("a,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i * 5 % 12},{i}.5\n")));
        DataProfile profile = Profiler.Profile(table, Target.Read(table, "y"));

        Assert.Null(profile.Baseline);
        Assert.Contains(profile.Findings, finding => finding.Message.Contains("too few for a baseline fit", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_any_feature_the_target_alone_is_described()
    {
        Table table = Read("a,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"1,{i * 7 % 60}.5\n")));
        DataProfile profile = Profiler.Profile(table, Target.Read(table, "y"));

        Assert.Null(profile.Baseline);
        Assert.Contains(profile.Findings, finding => finding.Message.Contains("no column can serve", StringComparison.Ordinal));
    }

    private static DataProfile Of(string header, Func<int, string> row)
    {
        Table table = Read(header + "\n" + string.Join('\n', Enumerable.Range(0, 200).Select(row)) + "\n");
        return Profiler.Profile(table, Target.Read(table, "y", new TargetOptions { Task = TaskKind.Regression }));
    }
}
