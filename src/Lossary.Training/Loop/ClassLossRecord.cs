using System.Numerics;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A loss of rows of scores on a tape, composed anew where its gradient is differentiated.</summary>
internal sealed class ClassLossRecord<T> : ObjectiveRecord<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public IClassLoss Loss { get; set; } = null!; // Set right after the record is taken.

    /// <summary>Each row's class; −1 for one that is left out.</summary>
    public Tensor<T> Targets { get; set; } = null!; // Set right after the record is taken.

    /// <summary>What rows weigh, 0 for those that are masked; null for 1.</summary>
    public Tensor<T>? Weights { get; set; }

    /// <summary>1 over what the mean divides by.</summary>
    public double Scale { get; set; }

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        int rows = Targets.Shape.Length;
        int[] targets = new int[rows];
        Tensor<T> factors = tape.Rent(new Shape(rows));
        for (int row = 0; row < rows; row++)
        {
            int target = int.CreateTruncating(Targets.Values[row]);
            targets[row] = int.Max(0, target);
            factors.Values[row] = target < 0 ? T.Zero : Weights is null ? T.One : Weights.Values[row];
        }

        Tensor<T> scores = tape.Reshape(inputs[0], new Shape(rows, Input.Shape.Length / int.Max(1, rows)));
        Tensor<T> terms = tape.Terms(Loss, scores, targets) ?? throw Refusal();
        return tape.Scale(tape.Sum(tape.Multiply(factors, terms)), Scale);
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Input);
}
