using System.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>All that one evaluation of a golden case gives, in double.</summary>
internal sealed record ClassOutcome(double[] Values, double Sum, double Mean, double[] MeanGradient, double[] SumGradient)
{
    /// <summary>Runs a loss over a case in the case's own precision.</summary>
    public static ClassOutcome Of(IClassLoss loss, GoldenClassCase golden, Reduction mean = Reduction.Mean) =>
        golden.IsSingle ? Of<float>(loss, golden, mean) : Of<double>(loss, golden, mean);

    /// <summary>Compares with the case; its tolerance is the file's.</summary>
    public void AssertAgrees(GoldenClassCase golden, double relative, double absolute)
    {
        string[] loose = ["inf_logit", "all_neg_inf_row"];
        bool isLoose = golden.Tags.Intersect(loose).Any();
        Close(golden.Value("none"), Values, relative, absolute, isLoose);
        Close(golden.Value("sum"), [Sum], relative, absolute, isLoose);
        Close(golden.Gradient("sum"), SumGradient, relative, absolute, isLoose);
        if (double.IsNaN(golden.Value("mean")[0]) && golden.Value("sum")[0] == 0)
        {
            // PyTorch divides 0 by 0; here nothing that counts is a loss of 0 with gradient 0.
            Assert.Equal(0, Mean);
            Assert.All(MeanGradient, g => Assert.Equal(0, g));
            return;
        }

        Close(golden.Value("mean"), [Mean], relative, absolute, isLoose);
        Close(golden.Gradient("mean"), MeanGradient, relative, absolute, isLoose);
    }

    /// <summary>|got − want| ≤ absolute + relative · |want|, element by element; NaN is NaN.</summary>
    public static void Close(double[] want, double[] got, double relative, double absolute, bool isLoose = false)
    {
        Assert.Equal(want.Length, got.Length);
        for (int i = 0; i < want.Length; i++)
        {
            bool agree = double.IsFinite(want[i])
                ? double.Abs(got[i] - want[i]) <= absolute + (relative * double.Abs(want[i]))
                : isLoose ? !double.IsFinite(got[i]) : want[i].Equals(got[i]);
            Assert.True(agree, $"element {i}: want {want[i]:R}, got {got[i]:R}");
        }
    }

    private static ClassOutcome Of<T>(IClassLoss loss, GoldenClassCase golden, Reduction mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] scores = Narrow<T>(golden.Scores);
        T[] values = new T[golden.Scores.Length / golden.Classes];
        T[] meanGradient = new T[scores.Length], sumGradient = new T[scores.Length];
        Totals totals = Evaluate(values, meanGradient, mean);
        Totals sum = Evaluate([], sumGradient, Reduction.Sum);
        return new(Widen(values), sum.Sum, totals.Mean, Widen(meanGradient), Widen(sumGradient));

        Totals Evaluate(T[] values, T[] gradient, Reduction reduction)
        {
            ClassBatch<T> batch = new()
            {
                Scores = scores,
                Classes = golden.Classes,
                Targets = golden.Targets,
                Shares = Narrow<T>(golden.Shares),
                ClassWeights = Narrow<T>(golden.ClassWeights),
                Weights = Narrow<T>(golden.Weights),
                IgnoredClass = golden.IgnoredClass,
                Values = values,
                Gradient = gradient,
                Reduction = reduction,
            };
            return ClassProbe.Evaluate(loss, batch);
        }
    }

    private static T[] Narrow<T>(double[] numbers) where T : INumber<T> => [.. numbers.Select(T.CreateTruncating)];

    private static double[] Widen<T>(T[] numbers) where T : INumber<T> => [.. numbers.Select(double.CreateTruncating)];
}
