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
    /// <param name="network">The network, with an output for each target of a sample; holds the best epoch's weights afterwards.</param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="data">With numeric targets, in the loss's domain.</param>
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
        Require(data.Targets.Length > 0, $"{loss.Name} needs numeric targets; the data has class numbers.", nameof(data));
        Require(
            network.Outputs == data.TargetShape.Length,
            $"{loss.Name} needs a network with an output for each of the {data.TargetShape.Length} targets of a sample; " +
            $"this one has {network.Outputs}.",
            nameof(network));
        return new TrainingRun(network, new SampleObjective(loss), data, validation, options).Run(cancellation);
    }

    /// <summary>Trains with a loss of rows of scores and class numbers.</summary>
    /// <param name="network">
    /// The network, with a row of scores, one for each class, for each class number of a sample; holds the best epoch's weights afterwards.
    /// </param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="data">With class numbers.</param>
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
        Require(data.Classes.Length > 0, $"{loss.Name} needs class numbers; the data has numeric targets.", nameof(data));
        int rows = network.Outputs / network.OutputShape[network.OutputShape.Rank - 1];
        Require(
            rows == data.TargetShape.Length,
            $"{loss.Name} needs a network with a row of scores for each of the {data.TargetShape.Length} targets of a " +
            $"sample; this one makes {rows}, of shape {network.OutputShape}.",
            nameof(network));
        return new TrainingRun(network, new ClassObjective(loss), data, validation, options).Run(cancellation);
    }

    private static void Check(Network<float> network, ILoss loss, TrainingData data, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        Require(
            network.InputShape == data.SampleShape,
            $"The network takes samples of {network.InputShape}, the data has samples of {data.SampleShape}.",
            nameof(data));
    }

    private static void Require(bool isGiven, string otherwise, string argument)
    {
        if (!isGiven)
        {
            throw new ArgumentException(otherwise, argument);
        }
    }
}
