using Lossary.Losses;

namespace Lossary.Training;

/// <summary>Trains networks.</summary>
/// <remarks>
/// One training runs on the calling thread; several may run side by side, each with a network of its own. The same
/// network seed, options and data give the same weights, bit for bit.
/// </remarks>
public static class Trainer
{
    /// <summary>Trains with a loss of one prediction and one numeric target.</summary>
    /// <param name="network">The network, with one output; holds the best epoch's weights afterwards.</param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="data">Made by <see cref="TrainingData.WithTargets"/>, targets in the loss's domain.</param>
    /// <param name="validation">Judges the network after each epoch; null to judge by the training loss.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    /// <exception cref="ArgumentException">Network, data and loss do not fit together.</exception>
    public static TrainingResult Fit(
        Network<float> network,
        ISampleLoss loss,
        TrainingData data,
        ValidationScore? validation,
        TrainingOptions options,
        CancellationToken cancellation = default)
    {
        Check(network, loss, data, options);
        if (data.Targets.Length == 0)
        {
            throw new ArgumentException(
                $"{loss.Name} needs numeric targets; the data has class numbers.", nameof(data));
        }

        if (network.Outputs != 1)
        {
            throw new ArgumentException(
                $"{loss.Name} needs a network with 1 output; this one has {network.Outputs}.", nameof(network));
        }

        return new TrainingRun(network, new SampleObjective(loss, data), data, validation, options).Run(cancellation);
    }

    /// <summary>Trains with a loss of rows of scores and class numbers.</summary>
    /// <param name="network">
    /// The network, with an output for each class; holds the best epoch's weights afterwards.
    /// </param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="data">Made by <see cref="TrainingData.WithClasses"/>.</param>
    /// <param name="validation">Judges the network after each epoch; null to judge by the training loss.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    /// <exception cref="ArgumentException">Network, data and loss do not fit together.</exception>
    public static TrainingResult Fit(
        Network<float> network,
        IClassLoss loss,
        TrainingData data,
        ValidationScore? validation,
        TrainingOptions options,
        CancellationToken cancellation = default)
    {
        Check(network, loss, data, options);
        if (data.Classes.Length == 0)
        {
            throw new ArgumentException(
                $"{loss.Name} needs class numbers; the data has numeric targets.", nameof(data));
        }

        return new TrainingRun(network, new ClassObjective(loss, data), data, validation, options).Run(cancellation);
    }

    private static void Check(Network<float> network, ILoss loss, TrainingData data, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (network.Inputs != data.Width)
        {
            throw new ArgumentException(
                $"The network takes rows of {network.Inputs} features, the data has rows of {data.Width}.",
                nameof(data));
        }
    }
}
