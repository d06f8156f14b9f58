using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <content>One formula, many lanes.</content>
public abstract partial class SampleLaws<TLoss>
{
    private const double Scale = 0.37;

    [Fact]
    public void Float_lanes_agree_bit_for_bit()
    {
        LanesAgree<float, Unweighted<float>>();
        LanesAgree<float, Weighted<float>>();
        LanesAgree<float, Masked<float>>();
        LanesAgree<float, WeightedAndMasked<float>>();
    }

    [Fact]
    public void Double_lanes_agree_bit_for_bit()
    {
        LanesAgree<double, Unweighted<double>>();
        LanesAgree<double, Weighted<double>>();
        LanesAgree<double, Masked<double>>();
        LanesAgree<double, WeightedAndMasked<double>>();
    }

    [Fact]
    public void Float_is_near_double()
    {
        SampleBatch<float> narrow = SampleBatch<float>.Draw(500, Card, seed: 11);
        float[] gradient = new float[narrow.Length];
        float[] curvature = new float[narrow.Length];
        float[] values = new float[narrow.Length];
        Subject.Evaluate(new LossBatch<float>
        {
            Predictions = narrow.Predictions,
            Targets = narrow.Targets,
            Values = values,
            Gradient = gradient,
            Curvature = curvature,
            Reduction = Reduction.Sum,
        });
        for (int i = 0; i < narrow.Length; i++)
        {
            double x = narrow.Predictions[i];
            double t = narrow.Targets[i];
            if (KinksAt(t).Any(kink => Math.Abs(kink - x) < 1e-4 * (1 + Math.Abs(kink))))
            {
                continue;
            }

            // Terms of the prediction's and the target's size may cancel; no digit of theirs is to be had back.
            double size = 1 + Math.Abs(x) + Math.Abs(t) + Math.Abs(Value(x, t));
            Close.Check(Value(x, t), values[i], 2e-5, 4e-6 * size, $"float L({x:R}, {t:R})");
            Close.Check(Slope(x, t), gradient[i], 2e-5, 4e-6 * size, $"float L'({x:R}, {t:R})");
            Close.Check(Curvature(x, t), curvature[i], 1e-4, 2e-5 * size, $"float L''({x:R}, {t:R})");
        }
    }

    private void LanesAgree<T, TWeighting>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeighting : struct, IWeighting<T>
    {
        foreach (int length in Enumerable.Range(0, 71).Append(2113))
        {
            SampleBatch<T> batch = SampleBatch<T>.Draw(length, Card, seed: length);
            Swept<T> reference = OneByOne<T, TWeighting>(batch);
            if (Wide256<T>.IsAccelerated)
            {
                Agree(reference, Sweep<Wide256<T>, T, TWeighting>(batch), $"256 bits, {length} of {typeof(T).Name}");
            }

            if (Wide512<T>.IsAccelerated)
            {
                Agree(reference, Sweep<Wide512<T>, T, TWeighting>(batch), $"512 bits, {length} of {typeof(T).Name}");
            }
        }
    }

    private static void Agree<T>(Swept<T> expected, Swept<T> found, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SameBits(expected.Gradient, found.Gradient, $"{what}: gradient");
        SameBits(expected.GradientWithCurvature, found.GradientWithCurvature, $"{what}: gradient beside curvature");
        SameBits(expected.Curvature, found.Curvature, $"{what}: curvature");
        double digits = typeof(T) == typeof(float) ? 1e-4 : 1e-12;
        double size = digits * expected.Gradient.Length;
        Close.Check(expected.Sum, found.Sum, digits, size, $"{what}: sum");
        Close.Check(expected.SumWithCurvature, found.SumWithCurvature, digits, size, $"{what}: sum beside curvature");
    }

    private static void SameBits<T>(T[] expected, T[] found, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = expected[i].Equals(found[i]) && T.IsNegative(expected[i]) == T.IsNegative(found[i]);
            Close.Claim(same || T.IsNaN(expected[i]), $"{what}[{i}]: expected {expected[i]}, found {found[i]}");
        }
    }

    private Swept<T> Sweep<TLane, T, TWeighting>(SampleBatch<T> batch)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeighting : struct, IWeighting<T>
    {
        Swept<T> swept = new(batch.Length);
        SampleBuffers<T> at = Buffers(batch, swept.Gradient, []);
        swept.Sum = SampleKernel.Sum<TLoss, TLane, T, WithGradient<T>, TWeighting>(Subject, at, batch.Length, Scale);
        at = Buffers(batch, swept.GradientWithCurvature, swept.Curvature);
        swept.SumWithCurvature =
            SampleKernel.Sum<TLoss, TLane, T, WithCurvature<T>, TWeighting>(Subject, at, batch.Length, Scale);
        return swept;
    }

    /// <summary>The reference: one number after the other, without a kernel.</summary>
    private Swept<T> OneByOne<T, TWeighting>(SampleBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeighting : struct, IWeighting<T>
    {
        Swept<T> swept = new(batch.Length);
        SampleBuffers<T> first = Buffers(batch, swept.Gradient, []);
        SampleBuffers<T> second = Buffers(batch, swept.GradientWithCurvature, swept.Curvature);
        for (int i = 0; i < batch.Length; i++)
        {
            Scalar<T> value = WithGradient<T>.Take<TLoss, Scalar<T>, TWeighting>(Subject, first, i, Scale);
            swept.Sum += double.CreateTruncating(value.Number);
            value = WithCurvature<T>.Take<TLoss, Scalar<T>, TWeighting>(Subject, second, i, Scale);
            swept.SumWithCurvature += double.CreateTruncating(value.Number);
        }

        return swept;
    }

    private static SampleBuffers<T> Buffers<T>(SampleBatch<T> batch, T[] gradient, T[] curvature)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Predictions = ref SampleBuffers<T>.Start<T>(batch.Predictions),
            Targets = ref SampleBuffers<T>.Start<T>(batch.Targets),
            Weights = ref SampleBuffers<T>.Start<T>(batch.Weights),
            Mask = ref SampleBuffers<T>.Start<bool>(batch.Mask),
            Gradient = ref SampleBuffers<T>.Start<T>(gradient),
            Curvature = ref SampleBuffers<T>.Start<T>(curvature),
        };

    private sealed class Swept<T>(int length)
    {
        public T[] Gradient { get; } = new T[length];

        public T[] GradientWithCurvature { get; } = new T[length];

        public T[] Curvature { get; } = new T[length];

        public double Sum { get; set; }

        public double SumWithCurvature { get; set; }
    }
}
