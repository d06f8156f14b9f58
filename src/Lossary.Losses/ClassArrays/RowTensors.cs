using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>All rows of scores on a tape, and the steps that the compositions of row formulas share.</summary>
internal readonly ref struct RowTensors<T>(Tape<T> tape, Tensor<T> scores, Tensor<T>? targets, Tensor<T>? labels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>So far below any score that it counts nothing in a sum of exponentials.</summary>
    public const double Nothing = -1e30;

    /// <summary>The tape to compute on.</summary>
    public Tape<T> Tape { get; } = tape;

    /// <summary>Shape [n, classes].</summary>
    public Tensor<T> Scores { get; } = scores;

    /// <summary>Shape [n, classes]; only where the loss reads labels.</summary>
    public Tensor<T> Labels => labels!;

    /// <summary>The number of classes.</summary>
    public int Classes => Scores.Shape[1];

    /// <summary>Each row's class, [n]; only where the loss reads classes.</summary>
    public int[] Targets
    {
        get
        {
            int[] classes = new int[targets!.Values.Length];
            for (int row = 0; row < classes.Length; row++)
            {
                classes[row] = int.CreateTruncating(targets.Values[row]);
            }

            return classes;
        }
    }

    /// <summary>1 where a row's class is, 0 elsewhere, [n, classes].</summary>
    public Tensor<T> OneHot => Tape.OneHot(Targets, Classes);

    /// <summary>Each row's number of its class, [n].</summary>
    public Tensor<T> OfTarget(Tensor<T> rows) => Tape.Pick(rows, OneHot);

    /// <summary>The cross entropy of each row, [n].</summary>
    public Tensor<T> CrossEntropy(Tensor<T> rows) => Tape.CrossEntropyRows(rows, Targets);

    /// <summary>The sum of each row, [n].</summary>
    public Tensor<T> Sum(Tensor<T> rows) => Tape.Sum(rows, [-1]);

    /// <summary>A constant for each class, [classes].</summary>
    public Tensor<T> ByClass(ReadOnlySpan<double> numbers)
    {
        Tensor<T> constant = Tape.Rent(new Shape(numbers.Length));
        for (int k = 0; k < numbers.Length; k++)
        {
            constant.Values[k] = T.CreateTruncating(numbers[k]);
        }

        return constant;
    }

    /// <summary>The constant of each row's class, [n].</summary>
    public Tensor<T> ByTarget(ReadOnlySpan<double> numbers)
    {
        int[] classes = Targets;
        Tensor<T> constant = Tape.Rent(new Shape(classes.Length));
        for (int row = 0; row < classes.Length; row++)
        {
            constant.Values[row] = T.CreateTruncating(numbers[classes[row]]);
        }

        return constant;
    }

    /// <summary>That row of a table [classes, classes] which is the row's class, [n, classes].</summary>
    public Tensor<T> ByPair(ReadOnlySpan<double> table)
    {
        int[] classes = Targets;
        Tensor<T> constant = Tape.Rent(Scores.Shape);
        for (int i = 0; i < constant.Values.Length; i++)
        {
            (int row, int k) = int.DivRem(i, Classes);
            constant.Values[i] = T.CreateTruncating(table[(classes[row] * Classes) + k]);
        }

        return constant;
    }

    /// <summary>
    /// ln Σ exp(sign · z) over a row's labels, or over the other classes, [n]; about <see cref="Nothing"/> over none.
    /// </summary>
    public Tensor<T> LogSumOf(bool ofLabels, double sign)
    {
        Tensor<T> shifts = Tape.Rent(Scores.Shape);
        for (int i = 0; i < shifts.Values.Length; i++)
        {
            shifts.Values[i] = Labels.Values[i] > T.Zero == ofLabels ? T.Zero : T.CreateTruncating(Nothing);
        }

        return Tape.LogSumExp(Tape.Add(Tape.Scale(Scores, sign), shifts), [-1]);
    }
}
