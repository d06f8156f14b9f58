using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Trains a network to learn new tasks from a few samples: MAML, its first-order form, Reptile, ANIL.
/// </summary>
/// <remarks>
/// <see cref="Gradient"/> leaves its gradient in the network, so that any optimizer takes the step:
/// <code>
/// double loss = learner.Gradient(episodes);
/// optimizer.Step(network);
/// </code>
/// ANIL is MAML that adapts the last layer alone: set <see cref="Adapted"/> to its parameters (A. Raghu, M. Raghu,
/// S. Bengio, O. Vinyals, Rapid Learning or Feature Reuse?, 2020, arXiv:1909.09157). Adapting is plain gradient
/// descent. Layers compute as in inference: nothing is dropped, and running statistics stay as they are.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class MetaLearner<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tape<T> _tape = new();
    private readonly InnerLoop<T> _inner;

    /// <summary>Sets a network and what each task minimises.</summary>
    /// <param name="network">The network.</param>
    /// <param name="loss">What each task minimises, for its own samples of either kind.</param>
    public MetaLearner(Network<T> network, TapeLoss<T> loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        Network = network;
        _inner = new InnerLoop<T>(network, loss);
    }

    /// <summary>The network whose weights are learnt.</summary>
    public Network<T> Network { get; }

    /// <summary>How the weights before adapting are learnt.</summary>
    /// <value><see cref="MetaMethod.Maml"/>.</value>
    public MetaMethod Method { get; init; }

    /// <summary>The size of the steps within a task; positive.</summary>
    /// <value>0.01.</value>
    public double LearningRate
    {
        get => _inner.LearningRate;
        init => _inner.LearningRate = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(LearningRate), value, "LearningRate must be above 0 and finite.");
    }

    /// <summary>How many steps training takes within a task; at least 1.</summary>
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

    /// <summary>What a task adapts; the rest is shared by all tasks.</summary>
    /// <value>All parameters of the network.</value>
    /// <exception cref="ArgumentException">One of them is not the network's.</exception>
    public IReadOnlyList<NetworkParameter<T>> Adapted
    {
        get => _inner.Adapted;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Adapted));
            if (value.FirstOrDefault(parameter => !Network.Parameters.Contains(parameter)) is { } stranger)
            {
                throw new ArgumentException(
                    $"The parameter \"{stranger.Name}\" {stranger.Shape} is none of the network's.", nameof(Adapted));
            }

            _inner.Adapted = [.. value];
        }
    }

    /// <summary>
    /// Writes the mean gradient over episodes to the network's gradients: what an optimizer steps by.
    /// </summary>
    /// <param name="episodes">One or more tasks.</param>
    /// <returns>The mean loss on the query samples after adapting.</returns>
    /// <exception cref="NotSupportedException">MAML meets an operation that cannot be differentiated twice.</exception>
    public double Gradient(params IReadOnlyList<Episode<T>> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        ArgumentOutOfRangeException.ThrowIfZero(episodes.Count, nameof(episodes));
        Network.ClearGradients();
        double sum = 0;
        foreach (Episode<T> episode in episodes)
        {
            sum += Method switch
            {
                MetaMethod.Maml => ThroughSteps(episode),
                MetaMethod.FirstOrderMaml => AfterSteps(episode),
                _ => TowardsAdapted(episode),
            };
        }

        T count = T.CreateTruncating(episodes.Count);
        foreach (ref T slope in Network.Gradients)
        {
            slope /= count;
        }

        return sum / episodes.Count;
    }

    /// <summary>The loss on an episode's query samples after so many steps on its support samples.</summary>
    /// <param name="episode">The task.</param>
    /// <param name="steps">How many steps; 0 for none.</param>
    public double LossAfter(Episode<T> episode, int steps)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        T[][] adapted = _inner.Descend(_tape, episode, steps);
        using NoGradientScope<T> scope = _tape.NoGradient();
        return double.CreateTruncating(QueryLoss(episode, _inner.AsConstants(_tape, adapted)).Scalar);
    }

    /// <summary>
    /// The raw predictions for an episode's query samples after so many steps on its support samples.
    /// </summary>
    /// <param name="episode">The task; its query targets are not looked at.</param>
    /// <param name="steps">How many steps; 0 for none.</param>
    /// <returns>Sample by sample, in memory of their own.</returns>
    public T[] Predict(Episode<T> episode, int steps)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        T[][] adapted = _inner.Descend(_tape, episode, steps);
        using NoGradientScope<T> scope = _tape.NoGradient();
        return Network.Forward(new ForwardPass<T>(_tape), episode.Query,
            _inner.AsConstants(_tape, adapted)).Values.ToArray();
    }

    private double ThroughSteps(Episode<T> episode)
    {
        Tensor<T> loss = QueryLoss(episode, _inner.DescendOnTape(_tape, episode, Steps));
        _tape.Backward(loss);
        return double.CreateTruncating(loss.Scalar);
    }

    private double AfterSteps(Episode<T> episode)
    {
        Tensor<T>[] adapted = _inner.AsVariables(_tape, _inner.Descend(_tape, episode, Steps));
        Tensor<T> loss = QueryLoss(episode, adapted);
        _tape.Backward(loss);
        for (int i = 0; i < adapted.Length; i++)
        {
            Tensor<T> own = Network.Parameters[i].Tensor;
            ReadOnlySpan<T> gradient = adapted[i] == own ? default : adapted[i].Gradient;
            for (int at = 0; at < gradient.Length; at++)
            {
                own.Gradient[at] += gradient[at];
            }
        }

        return double.CreateTruncating(loss.Scalar);
    }

    private double TowardsAdapted(Episode<T> episode)
    {
        T[][] adapted = _inner.Descend(_tape, episode, Steps);
        for (int i = 0; i < adapted.Length; i++)
        {
            Tensor<T> own = Network.Parameters[i].Tensor;
            for (int at = 0; at < adapted[i].Length; at++)
            {
                own.Gradient[at] += own.Values[at] - adapted[i][at];
            }
        }

        using NoGradientScope<T> scope = _tape.NoGradient();
        return double.CreateTruncating(QueryLoss(episode, _inner.AsConstants(_tape, adapted)).Scalar);
    }

    private Tensor<T> QueryLoss(Episode<T> episode, IReadOnlyList<Tensor<T>> parameters) =>
        _inner.Loss(_tape, Network.Forward(new ForwardPass<T>(_tape), episode.Query, parameters), episode.QueryTargets);
}
