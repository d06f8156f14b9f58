using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Gradient descent on one task, from the network's weights and beside them: the network is left as it is.
/// </summary>
internal sealed class InnerLoop<T>(Network<T> network, TapeLoss<T> loss)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private bool[] _isAdapted = [.. network.Parameters.Select(_ => true)];

    /// <summary>What a task minimises.</summary>
    public TapeLoss<T> Loss { get; } = loss;

    /// <summary>The size of the steps.</summary>
    public double LearningRate { get; set; } = 0.01;

    /// <summary>What the steps change.</summary>
    public IReadOnlyList<NetworkParameter<T>> Adapted
    {
        get => [.. network.Parameters.Where((_, i) => _isAdapted[i])];
        set => _isAdapted = [.. network.Parameters.Select(value.Contains)];
    }

    /// <summary>The numbers of all parameters after so many steps; first derivatives only.</summary>
    /// <remarks>The tape is reset before each step.</remarks>
    public T[][] Descend(Tape<T> tape, Episode<T> episode, int steps)
    {
        T[][] numbers = [.. network.Parameters.Select(parameter => parameter.Tensor.Values.ToArray())];
        for (int step = 0; step < steps; step++)
        {
            Tensor<T>[] variables = AsVariables(tape, numbers, isAdaptedAlone: true);
            tape.Backward(SupportLoss(tape, episode, variables));
            T rate = T.CreateTruncating(LearningRate);
            for (int i = 0; i < numbers.Length; i++)
            {
                ReadOnlySpan<T> gradient = variables[i].Gradient;
                for (int at = 0; at < gradient.Length; at++)
                {
                    numbers[i][at] -= rate * gradient[at];
                }
            }
        }

        tape.Reset();
        return numbers;
    }

    /// <summary>All parameters after so many steps, as functions of the network's own on the tape.</summary>
    public Tensor<T>[] DescendOnTape(Tape<T> tape, Episode<T> episode, int steps)
    {
        tape.Reset();
        Tensor<T>[] now = [.. network.Parameters.Select(parameter => parameter.Tensor)];
        int[] moved = [.. Enumerable.Range(0, now.Length).Where(i => _isAdapted[i])];
        Tensor<T>[] gradients = new Tensor<T>[moved.Length];
        for (int step = 0; step < steps; step++)
        {
            tape.Gradient(SupportLoss(tape, episode, now), [.. moved.Select(i => now[i])], gradients);
            for (int k = 0; k < moved.Length; k++)
            {
                now[moved[k]] = tape.Subtract(now[moved[k]], tape.Scale(gradients[k], LearningRate));
            }
        }

        return now;
    }

    /// <summary>Numbers as constants of a tape.</summary>
    public Tensor<T>[] AsConstants(Tape<T> tape, T[][] numbers) =>
        [.. network.Parameters.Select((parameter, i) => tape.Constant(parameter.Shape, numbers[i]))];

    /// <summary>Numbers of what is adapted as variables of a tape that is reset first, and the rest as it is.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="numbers">The numbers of all parameters.</param>
    /// <param name="isAdaptedAlone">True to hold the rest constant: so no gradient reaches the network.</param>
    public Tensor<T>[] AsVariables(Tape<T> tape, T[][] numbers, bool isAdaptedAlone = false)
    {
        tape.Reset();
        return
        [
            .. network.Parameters.Select((parameter, i) => _isAdapted[i] ? tape.Variable(parameter.Shape, numbers[i])
                : isAdaptedAlone ? parameter.Fixed
                : parameter.Tensor),
        ];
    }

    private Tensor<T> SupportLoss(Tape<T> tape, Episode<T> episode, IReadOnlyList<Tensor<T>> parameters) =>
        Loss(tape, network.Forward(new ForwardPass<T>(tape), episode.Support, parameters), episode.SupportTargets);
}
