using Lossary.Data;
using Lossary.Numerics;
using static Lossary.Studies.FactCatalogue;
using static Lossary.Studies.Tests.ProfiledData;

namespace Lossary.Studies.Tests;

/// <summary>Facts of classes, on simulated data whose truth is known.</summary>
public sealed class ClassFactTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.4)]
    public void Flipped_labels_are_estimated(double rate)
    {
        FactSet facts = Profile(3000, 13, TaskKind.Binary, (random, signal, _) =>
            (signal > 0) ^ (random.NextDouble() < rate) ? "yes" : "no").Facts;

        Assert.InRange(facts[LabelNoise]!.Value, rate - 0.03, rate + 0.06);
        Assert.InRange(facts[FactCatalogue.ConfidentErrors]!.Value, rate - 0.04, rate + 0.05);
    }

    [Fact]
    public void Classes_that_overlap_are_not_taken_for_wrong_labels()
    {
        FactSet facts = Profile(3000, 13, TaskKind.Binary, (random, signal, _) =>
            random.NextDouble() < RealFunctions.Sigmoid(5 * signal) ? "yes" : "no").Facts;

        Assert.InRange(facts[FactCatalogue.ConfidentErrors]!.Value, 0, 0.02);
    }

    /// <summary>100 rows of 70, 20 and 10 %: entropy 0.8018 nats.</summary>
    [Fact]
    public void Shares_of_classes_are_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i * 13 % 50},{(i < 70 ? "x" : i < 90 ? "y" : "z")}\n"));
        Table table = Read("a,k\n" + rows);
        FactSet facts = Profiler.Profile(table, Target.Read(table, "k")).Facts;

        Assert.Equal(3, facts[Classes]);
        Assert.Equal(0.1, facts[SmallestShare]);
        Assert.Equal(7, facts[ImbalanceRatio]!.Value, 12);
        Assert.Equal(Math.Exp(0.801818550543373), facts[EffectiveClasses]!.Value, 6);
    }

    [Theory]
    [InlineData("low,medium,high", 1)]
    [InlineData("Poor,Very Good,excellent", 1)]
    [InlineData("never,sometimes,always", 1)]
    [InlineData("red,green,blue", 0)]
    [InlineData("low,medium,blue", 0)]
    public void Words_of_a_scale_look_ordered(string names, double expected)
    {
        string[] classes = names.Split(',');
        DataProfile profile = Profile(90, 14, TaskKind.MultiClass, (random, _, _) => classes[random.NextInt(3)]);

        Assert.Equal(expected, profile.Facts[OrdinalHint]);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Numbers_whose_neighbours_are_mistaken_for_each_other_look_ordered(bool isScale, double expected)
    {
        DataProfile profile = Profile(1500, 15, TaskKind.MultiClass, (random, signal, _) =>
        {
            int step = Math.Clamp((int)Math.Floor(signal + (0.5 * random.NextNormal()) + 2.5), 0, 4);
            return $"{(isScale ? step : step * 2 % 5)}";
        });

        Assert.Equal(expected, profile.Facts[OrdinalHint]);
    }
}
