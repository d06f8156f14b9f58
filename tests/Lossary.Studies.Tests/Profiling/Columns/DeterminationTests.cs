using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies.Tests;

public sealed class DeterminationTests
{
    private const int Count = 500;
    private static readonly int[] Rows = [.. Enumerable.Range(0, Count)];

    [Fact]
    public void A_function_of_the_target_determines_it_whatever_its_shape()
    {
        double[] target = Noise(1);
        Determination determination = Determination.OfNumbers(target);

        Assert.InRange(determination.By(Column.OfNumbers("a", [.. target.Select(y => -3 * y)]), Rows), 0.999, 1);
        Assert.InRange(determination.By(Column.OfNumbers("a", [.. target.Select(Math.Exp)]), Rows), 0.999, 1);
    }

    [Fact]
    public void Noise_determines_nothing() =>
        Assert.True(Determination.OfNumbers(Noise(1)).By(Column.OfNumbers("a", Noise(2)), Rows) < 0.1);

    [Fact]
    public void A_category_of_one_row_each_determines_nothing()
    {
        Column names = Column.OfTexts("a", [.. Rows.Select(row => $"n{row}")]);

        Assert.Equal(0, Determination.OfNumbers(Noise(1)).By(names, Rows), 12);
    }

    /// <summary>Correlation 0.95: R² 0.9 is an honest feature.</summary>
    [Fact]
    public void A_strong_honest_feature_stays_below_the_threshold()
    {
        double[] target = Noise(1), noise = Noise(2);
        Column strong = Column.OfNumbers("a", [.. target.Zip(noise, (y, e) => y + (e / 3))]);

        Assert.InRange(Determination.OfNumbers(target).By(strong, Rows), 0.75, 0.95);
    }

    [Fact]
    public void A_category_that_renames_the_classes_determines_them()
    {
        double[] classes = [.. Rows.Select(row => (double)(row * 7 % 3))];
        Column renamed = Column.OfTexts("a", [.. classes.Select(code => $"k{code}{(code == 1 ? "" : "x")}")]);

        Assert.Equal(1, Determination.OfClasses(classes).By(renamed, Rows), 12);
    }

    private static double[] Noise(ulong seed)
    {
        RandomStream random = new(seed);
        return [.. Rows.Select(_ => random.NextNormal())];
    }
}
