using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What a recurrence is given, of any kind.</summary>
internal readonly record struct RecurrentArguments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How messages call the operation.</summary>
    public required string Operation { get; init; }

    public required Tensor<T> Input { get; init; }

    public required Tensor<T> InputWeights { get; init; }

    public required Tensor<T> RecurrentWeights { get; init; }

    public required Tensor<T> Bias { get; init; }

    /// <summary>Of the block apart; null where the cell has none.</summary>
    public Tensor<T>? RecurrentBias { get; init; }

    public Tensor<T>? InitialState { get; init; }

    public Tensor<T>? InitialCell { get; init; }

    public bool IsReversed { get; init; }

    public bool RequiresGradient =>
        Input.RequiresGradient || InputWeights.RequiresGradient || RecurrentWeights.RequiresGradient
        || Bias.RequiresGradient || RecurrentBias is { RequiresGradient: true }
        || InitialState is { RequiresGradient: true } || InitialCell is { RequiresGradient: true };

    public RecurrentExtents Extents => new(
        Input.Shape[0], Input.Shape[1], Input.Shape[2], RecurrentWeights.Shape[0], IsReversed);

    /// <summary>Fails where shapes or lengths do not fit.</summary>
    public void Check(int gates, ReadOnlySpan<int> lengths)
    {
        SequenceCheck.Input(Operation, "input", Input);
        ShapeCheck.Matrix(Operation, "recurrentWeights", RecurrentWeights);
        Shape input = Input.Shape;
        int hidden = RecurrentWeights.Shape[0];
        if (hidden == 0)
        {
            ShapeCheck.Fail(
                $"{Operation}: recurrentWeights is {RecurrentWeights.Shape}; at least one unit is needed.",
                "recurrentWeights");
        }

        SequenceCheck.Shape(Operation, "recurrentWeights", RecurrentWeights, new Shape(hidden, gates * hidden), input);
        SequenceCheck.Shape(Operation, "inputWeights", InputWeights, new Shape(input[2], gates * hidden), input);
        SequenceCheck.Shape(Operation, "bias", Bias, new Shape(gates * hidden), input);
        Shape state = new(input[0], hidden);
        if (RecurrentBias is not null)
        {
            SequenceCheck.Shape(Operation, "recurrentBias", RecurrentBias, new Shape(hidden), input);
        }

        if (InitialState is not null)
        {
            SequenceCheck.Shape(Operation, "initialState", InitialState, state, input);
        }

        if (InitialCell is not null)
        {
            SequenceCheck.Shape(Operation, "initialCell", InitialCell, state, input);
        }

        SequenceCheck.Lengths(Operation, lengths, input[0], input[1]);
    }
}
