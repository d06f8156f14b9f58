using System.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>A batch of rows that laws vary, and what an evaluation of it gives, all in double.</summary>
internal sealed record ClassTrial
{
    public required double[] Scores { get; init; }

    public required int Classes { get; init; }

    public int[] Targets { get; init; } = [];

    public double[] Shares { get; init; } = [];

    public double[] ClassWeights { get; init; } = [];

    public double[] Weights { get; init; } = [];

    public bool[] Mask { get; init; } = [];

    public int IgnoredClass { get; init; } = -100;

    public Reduction Reduction { get; init; } = Reduction.Mean;

    public int Rows => Scores.Length / Classes;

    /// <summary>Rows of scores around 0, and a target each.</summary>
    public static ClassTrial Draw(int rows, int classes, int seed, double spread = 2)
    {
        Random random = new(seed);
        return new()
        {
            Scores = [.. Enumerable.Range(0, rows * classes).Select(_ => spread * (random.NextDouble() + random.NextDouble() - 1))],
            Classes = classes,
            Targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))],
        };
    }

    /// <summary>With random class weights.</summary>
    public ClassTrial WithClassWeights(int seed) => this with { ClassWeights = Positive(Classes, seed) };

    /// <summary>With random row weights.</summary>
    public ClassTrial WithWeights(int seed) => this with { Weights = Positive(Rows, seed) };

    /// <summary>With shares in place of targets: each row sums to 1, every third share is 0.</summary>
    public ClassTrial WithShares(int seed)
    {
        double[] shares = Positive(Scores.Length, seed);
        for (int row = 0; row < Rows; row++)
        {
            Span<double> part = shares.AsSpan(row * Classes, Classes);
            for (int k = 0; k < Classes; k += 3)
            {
                part[k] = Classes == 1 ? part[k] : 0;
            }

            double sum = 0;
            foreach (double share in part)
            {
                sum += share;
            }

            for (int k = 0; k < Classes; k++)
            {
                part[k] /= sum;
            }
        }

        return this with { Targets = [], Shares = shares };
    }

    /// <summary>The targets as rows of 0 and 1.</summary>
    public ClassTrial OneHot()
    {
        double[] shares = new double[Scores.Length];
        for (int row = 0; row < Rows; row++)
        {
            shares[(row * Classes) + Targets[row]] = 1;
        }

        return this with { Targets = [], Shares = shares };
    }

    /// <summary>Only some rows of it.</summary>
    public ClassTrial Take(params int[] rows) => this with
    {
        Scores = Pick(Scores, Classes, rows),
        Targets = Pick(Targets, 1, rows),
        Shares = Pick(Shares, Classes, rows),
        Weights = Pick(Weights, 1, rows),
        Mask = Pick(Mask, 1, rows),
    };

    /// <summary>Evaluates it in T.</summary>
    public ClassResult Run<TLoss, T>(TLoss loss, bool inPlace = false)
        where TLoss : struct, IClassLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] scores = Narrow<T>(Scores);
        T[] values = new T[Rows];
        T[] gradient = inPlace ? scores : new T[scores.Length];
        ClassBatch<T> batch = new()
        {
            Scores = scores,
            Classes = Classes,
            Targets = Targets,
            Shares = Narrow<T>(Shares),
            ClassWeights = Narrow<T>(ClassWeights),
            Weights = Narrow<T>(Weights),
            Mask = Mask,
            IgnoredClass = IgnoredClass,
            Reduction = Reduction,
            Values = values,
            Gradient = gradient,
        };
        Totals totals = loss.Evaluate(batch);
        return new(
            totals, [.. values.Select(double.CreateTruncating)], [.. gradient.Select(double.CreateTruncating)]);
    }

    /// <summary>Evaluates it in double precision.</summary>
    public ClassResult Run<TLoss>(TLoss loss)
        where TLoss : struct, IClassLoss<TLoss> => Run<TLoss, double>(loss);

    /// <summary>The totals alone: nothing is written.</summary>
    public Totals Totals<TLoss>(TLoss loss)
        where TLoss : struct, IClassLoss<TLoss> => loss.Evaluate(new ClassBatch<double>
        {
            Scores = Scores,
            Classes = Classes,
            Targets = Targets,
            Shares = Shares,
            ClassWeights = ClassWeights,
            Weights = Weights,
            Mask = Mask,
            IgnoredClass = IgnoredClass,
            Reduction = Reduction,
        });

    private static TItem[] Pick<TItem>(TItem[] items, int length, int[] rows) =>
        items.Length == 0 ? [] : [.. rows.SelectMany(row => items.AsSpan(row * length, length).ToArray())];

    private static double[] Positive(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.2 + (2 * random.NextDouble()))];
    }

    private static T[] Narrow<T>(double[] numbers) where T : INumber<T> => [.. numbers.Select(T.CreateTruncating)];
}

/// <summary>What an evaluation gives.</summary>
internal sealed record ClassResult(Totals Totals, double[] Values, double[] Gradient);
