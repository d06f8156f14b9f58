using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// A law for every loss of samples and classes: its kernels touch nothing beyond what they are given, at lengths that
/// fit no lane.
/// </summary>
public sealed class GuardedMemoryTests
{
    private static readonly int[] s_lengths = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 65, 127];

    [Fact]
    public void Losses_of_samples_touch_nothing_beyond_their_arrays()
    {
        int losses = 0;
        foreach (ISampleLoss loss in LossCatalogue.All.Select(entry => entry.Create()).OfType<ISampleLoss>())
        {
            Run<float>((in LossBatch<float> batch) => loss.Evaluate(batch));
            Run<double>((in LossBatch<double> batch) => loss.Evaluate(batch));
            losses++;
        }

        Assert.True(losses > 50, $"Only {losses} losses were tried.");
    }

    [Fact]
    public void Losses_of_classes_touch_nothing_beyond_their_arrays()
    {
        int losses = 0;
        foreach (LossEntry entry in LossCatalogue.All.Where(entry => entry.Create() is IClassLoss))
        {
            IClassLoss loss = (IClassLoss)entry.Create();
            bool takesShares = entry.Family != LossFamily.ClassMargin;
            RunClasses<float>((in ClassBatch<float> batch) => loss.Evaluate(batch), takesShares);
            RunClasses<double>((in ClassBatch<double> batch) => loss.Evaluate(batch), takesShares);
            losses++;
        }

        Assert.True(losses > 10, $"Only {losses} losses were tried.");
    }

    private delegate Totals Evaluation<T>(in LossBatch<T> batch) where T : unmanaged;

    private delegate Totals ClassEvaluation<T>(in ClassBatch<T> batch) where T : unmanaged;

    /// <summary>At a target and predictions that all domains hold.</summary>
    private static void Run<T>(Evaluation<T> evaluate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Arrays<T> arrays = new();
        foreach (int length in s_lengths)
        {
            foreach (bool isAtEnd in GuardedMemory.Ends)
            {
                LossBatch<T> whole = new()
                {
                    Predictions = arrays.Filled(0, length, 0.5, isAtEnd),
                    Targets = arrays.Filled(1, length, 1, isAtEnd),
                    Weights = arrays.Filled(2, length, 1, isAtEnd),
                    Mask = arrays.Mask(length, isAtEnd),
                    Values = arrays.Filled(3, length, 0, isAtEnd),
                    Gradient = arrays.Filled(4, length, 0, isAtEnd),
                    Curvature = arrays.Filled(5, length, 0, isAtEnd),
                };
                evaluate(whole);
                evaluate(new()
                {
                    Predictions = whole.Predictions,
                    Targets = whole.Targets,
                    Values = whole.Values,
                    Gradient = whole.Gradient,
                });
                evaluate(new() { Predictions = whole.Predictions, Targets = whole.Targets });
            }
        }
    }

    private static void RunClasses<T>(ClassEvaluation<T> evaluate, bool takesShares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Arrays<T> arrays = new();
        foreach (int classes in (int[])[2, 3, 5, 8, 9, 17, 33])
        {
            foreach (int length in (int[])[1, 2, 3, 7, 9])
            {
                foreach (bool isAtEnd in GuardedMemory.Ends)
                {
                    ClassBatch<T> whole = new()
                    {
                        Scores = arrays.Filled(0, length * classes, 0.5, isAtEnd),
                        Classes = classes,
                        Targets = arrays.Targets(length, classes, isAtEnd),
                        ClassWeights = arrays.Filled(1, classes, 1, isAtEnd),
                        Weights = arrays.Filled(2, length, 1, isAtEnd),
                        Mask = arrays.Mask(length, isAtEnd),
                        Values = arrays.Filled(3, length, 0, isAtEnd),
                        Gradient = arrays.Filled(4, length * classes, 0, isAtEnd),
                    };
                    evaluate(whole);
                    evaluate(new() { Scores = whole.Scores, Classes = classes, Targets = whole.Targets });
                    if (takesShares)
                    {
                        evaluate(new()
                        {
                            Scores = whole.Scores,
                            Classes = classes,
                            Shares = arrays.Filled(5, length * classes, 1.0 / classes, isAtEnd),
                            Gradient = whole.Gradient,
                        });
                    }
                }
            }
        }
    }

    /// <summary>Six arrays of numbers, a mask and class numbers, each between its own guards.</summary>
    private sealed class Arrays<T> : IDisposable
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly GuardedMemory[] _memory = [.. Enumerable.Range(0, 8).Select(_ => new GuardedMemory(4096))];

        public Span<T> Filled(int place, int length, double number, bool isAtEnd) =>
            _memory[place].Place<T>([.. Enumerable.Repeat(T.CreateTruncating(number), length)], isAtEnd);

        public Span<bool> Mask(int length, bool isAtEnd) =>
            _memory[6].Place<bool>([.. Enumerable.Range(0, length).Select(i => i % 5 == 3)], isAtEnd);

        public Span<int> Targets(int length, int classes, bool isAtEnd) =>
            _memory[7].Place<int>([.. Enumerable.Range(0, length).Select(i => i % classes)], isAtEnd);

        public void Dispose() => Array.ForEach(_memory, memory => memory.Dispose());
    }
}
