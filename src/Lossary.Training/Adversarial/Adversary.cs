using System.Numerics;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Changes samples a little, so that a network's loss on them rises most: what adversarial training trains on.
/// </summary>
/// <remarks>
/// One step is FGSM (I. J. Goodfellow, J. Shlens, C. Szegedy, Explaining and Harnessing Adversarial Examples, 2015,
/// arXiv:1412.6572), several from a random start PGD (A. Madry, A. Makelov, L. Schmidt, D. Tsipras, A. Vladu, Towards
/// Deep Learning Models Resistant to Adversarial Attacks, 2018, arXiv:1706.06083). For TRADES let the loss be the
/// divergence from the network's answers to the samples themselves. Layers compute as in inference; the network's
/// gradients are left as they are.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adversary<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tape<T> _tape = new();
    private readonly Network<T> _network;

    /// <summary>Sets the network to attack.</summary>
    /// <param name="network">The network.</param>
    public Adversary(Network<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
    }

    /// <summary>How far a sample may be moved; positive.</summary>
    /// <value>8/255, for pixels of 0 to 1.</value>
    public double Radius { get; init => field = RequirePositive(value, nameof(Radius)); } = 8.0 / 255;

    /// <summary>How that is measured.</summary>
    /// <value><see cref="PerturbationNorm.Maximum"/>.</value>
    public PerturbationNorm Norm { get; init; }

    /// <summary>How many steps; positive.</summary>
    /// <value>1.</value>
    public int Steps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(Steps));
            field = value;
        }
    } = 1;

    /// <summary>
    /// The length of a step; positive. Null for the radius in one step, and 2.5 radii in all in several.
    /// </summary>
    /// <value>null.</value>
    public double? StepSize
    {
        get; init => field = value is double size ? RequirePositive(
        size, nameof(StepSize)) : null;
    }

    /// <summary>The least that a number of a sample can be: 0 for pixels.</summary>
    /// <value>−∞.</value>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>The largest that a number of a sample can be: 1 for pixels.</summary>
    /// <value>∞.</value>
    public double Highest { get; init; } = double.PositiveInfinity;

    /// <summary>Moves samples up the slope of a loss.</summary>
    /// <param name="samples">A batch, <c>[batch, …]</c>; left as it is.</param>
    /// <param name="targets">Their targets, in whatever shape the loss takes.</param>
    /// <param name="loss">What is to rise.</param>
    /// <param name="start">Where a random start comes from; null to start at the samples.</param>
    /// <returns>The moved samples, a constant in memory of its own.</returns>
    public Tensor<T> Attack(Tensor<T> samples, Tensor<T> targets, TapeLoss<T> loss, RandomStream? start = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(loss);
        T[] moves = new T[samples.Shape.Length];
        int width = moves.Length / Math.Max(1, samples.Shape[0]);
        if (start is not null)
        {
            Perturbation.Draw(moves, width, Norm, Radius, start);
            Perturbation.Confine(moves, samples.Values, width, Norm, Radius, Lowest, Highest);
        }

        double length = StepSize ?? (Steps == 1 ? Radius : 2.5 * Radius / Steps);
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<T> slopes = Slopes(samples, moves, predictions => loss(_tape, predictions, targets));
            Perturbation.Add(moves, slopes, width, Norm, length);
            Perturbation.Confine(moves, samples.Values, width, Norm, Radius, Lowest, Highest);
        }

        return Moved(samples, moves);
    }

    /// <summary>
    /// Moves samples, without any target, the way that the network's answer changes most: the perturbation of virtual
    /// adversarial training, of the loss <c>vat</c>.
    /// </summary>
    /// <remarks>
    /// A Euclidean step of <see cref="Radius"/>, found by power iteration. Reference: T. Miyato, S. Maeda, M. Koyama,
    /// S. Ishii, Virtual Adversarial Training, 2018, arXiv:1704.03976.
    /// </remarks>
    /// <param name="samples">A batch, <c>[batch, …]</c>; left as it is.</param>
    /// <param name="random">Where the first direction comes from.</param>
    /// <param name="probe">How far the answer is looked at; positive. Far smaller ones drown in rounding.</param>
    /// <param name="iterations">How often the direction is made better; positive.</param>
    /// <returns>The moved samples, a constant in memory of its own.</returns>
    public Tensor<T> AttackAnswer(Tensor<T> samples, RandomStream random, double probe = 1e-3, int iterations = 1)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(random);
        RequirePositive(probe, nameof(probe));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        _tape.Reset();
        Tensor<T> answers = Forward(samples);
        Tensor<T> reference = new(answers.Shape, answers.Values.ToArray());
        T[] moves = new T[samples.Shape.Length];
        int width = moves.Length / Math.Max(1, samples.Shape[0]);
        Perturbation.Draw(moves, width, PerturbationNorm.Euclidean, 1, random);
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            Perturbation.SetLength(moves, width, probe);
            Slopes(samples, moves, predictions => Divergence(reference, predictions)).CopyTo(moves);
        }

        Perturbation.SetLength(moves, width, Radius);
        return Moved(samples, moves);
    }

    /// <summary>The gradient by the moved samples, until the tape's next reset.</summary>
    private ReadOnlySpan<T> Slopes(Tensor<T> samples, T[] moves, Func<Tensor<T>, Tensor<T>> loss)
    {
        _tape.Reset();
        Tensor<T> moved = _tape.Variable(samples.Shape, Moved(samples, moves).Values);
        _tape.Backward(loss(Forward(moved)));
        return moved.Gradient;
    }

    private Tensor<T> Forward(Tensor<T> samples) => _network.Forward(
        new ForwardPass<T>(_tape), samples, [.. _network.Parameters.Select(parameter => parameter.Fixed)]);

    private Tensor<T> Divergence(Tensor<T> reference, Tensor<T> predictions)
    {
        LossInputs<T> inputs = new() { ["perturbed"] = predictions, ["reference"] = reference };
        return _tape.Loss(LossCatalogue.Create<IArrayLoss>("vat"), inputs, out _);
    }

    private static Tensor<T> Moved(Tensor<T> samples, T[] moves)
    {
        T[] moved = samples.Values.ToArray();
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] += moves[i];
        }

        return new Tensor<T>(samples.Shape, moved);
    }

    private static double RequirePositive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
}
