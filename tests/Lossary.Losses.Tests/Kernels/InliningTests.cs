using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// A law for every loss: nothing that its kernel calls may remain a call. A kernel that lost an inlining still gives the
/// right numbers, ten times slower, so the JIT itself is listened to.
/// </summary>
public sealed class InliningTests
{
    private const int Rows = 64;

    [Fact]
    public void Every_call_in_a_kernel_is_inlined()
    {
        foreach (LossEntry entry in LossCatalogue.All)
        {
            switch (entry.Create())
            {
                case ISampleLoss loss:
                    Run<float>((in LossBatch<float> batch) => loss.Evaluate(batch));
                    Run<double>((in LossBatch<double> batch) => loss.Evaluate(batch));
                    break;
                case IClassLoss loss:
                    bool takesShares = entry.Family != LossFamily.ClassMargin;
                    RunClasses<float>((in ClassBatch<float> batch) => loss.Evaluate(batch), takesShares);
                    RunClasses<double>((in ClassBatch<double> batch) => loss.Evaluate(batch), takesShares);
                    break;
                case IArrayLoss loss:
                    RunArrays(loss);
                    break;
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            string lost = string.Join(Environment.NewLine, InliningListener.LostInlinings().Where(InliningListener.IsOfWideLanes));
            Assert.True(lost.Length == 0, lost);
        }
    }

    /// <summary>The loss's own kernels, and those that its terms are reduced by.</summary>
    private static void RunArrays(IArrayLoss loss)
    {
        LossInputs<double> inputs = loss.Example(new RandomStream(1), 12);
        LossInputs<float> singles = new();
        foreach (string name in inputs.Names)
        {
            Tensor<double> tensor = inputs[name];
            float[] values = [.. tensor.Values.ToArray().Select(value => (float)value)];
            singles[name] = tensor.RequiresGradient
                ? Tensor<float>.Variable(tensor.Shape, values)
                : new Tensor<float>(tensor.Shape, values);
        }

        loss.Evaluate(inputs);
        loss.Evaluate(singles);
    }

    private delegate Totals Evaluation<T>(in LossBatch<T> batch) where T : unmanaged;

    private delegate Totals ClassEvaluation<T>(in ClassBatch<T> batch) where T : unmanaged;

    /// <summary>Every output with every weighting, at a target and predictions that all domains hold.</summary>
    private static void Run<T>(Evaluation<T> evaluate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] predictions = Filled(T.CreateTruncating(0.5));
        T[] targets = Filled(T.One);
        T[] written = new T[Rows];
        T[] alsoWritten = new T[Rows];
        foreach (T[] weights in new T[][] { [], Filled(T.One) })
        {
            foreach (bool[] mask in new bool[][] { [], new bool[Rows] })
            {
                evaluate(new() { Predictions = predictions, Targets = targets, Weights = weights, Mask = mask });
                evaluate(new()
                {
                    Predictions = predictions,
                    Targets = targets,
                    Weights = weights,
                    Mask = mask,
                    Values = written,
                });
                evaluate(new()
                {
                    Predictions = predictions,
                    Targets = targets,
                    Weights = weights,
                    Mask = mask,
                    Gradient = written,
                });
                evaluate(new()
                {
                    Predictions = predictions,
                    Targets = targets,
                    Weights = weights,
                    Mask = mask,
                    Gradient = written,
                    Curvature = alsoWritten,
                });
            }
        }
    }

    private static void RunClasses<T>(ClassEvaluation<T> evaluate, bool takesShares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int classes in new[] { 2, 8, 40 })
        {
            T[] scores = new T[Rows * classes];
            T[] gradient = new T[scores.Length];
            T[] shares = [.. Enumerable.Repeat(T.One / T.CreateTruncating(classes), scores.Length)];
            evaluate(new() { Scores = scores, Classes = classes, Targets = new int[Rows] });
            evaluate(new() { Scores = scores, Classes = classes, Targets = new int[Rows], Gradient = gradient });
            if (takesShares)
            {
                evaluate(new() { Scores = scores, Classes = classes, Shares = shares, Gradient = gradient });
            }
        }
    }

    private static T[] Filled<T>(T number) => [.. Enumerable.Repeat(number, Rows)];
}
