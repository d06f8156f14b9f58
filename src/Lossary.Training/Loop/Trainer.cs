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
    /// <param name="network">
    /// The network, with an output for each target of a sample; holds the best epoch's weights afterwards.
    /// </param>
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
        Require(
            data.Targets.Length > 0, $"{loss.Name} needs numeric targets; the data has class numbers.", nameof(data));
        Require(
            network.Outputs == data.TargetShape.Length,
            $"{loss.Name} needs a network with an output for each of the {data.TargetShape.Length} targets of a "
                + $"sample; " +
            $"this one has {network.Outputs}.",
            nameof(network));
        return new TrainingRun(network, new SampleObjective(loss), data, validation, options).Run(cancellation);
    }

    /// <summary>Trains with a loss of rows of scores and class numbers.</summary>
    /// <param name="network">
    /// The network, with a row of scores, one for each class, for each class number of a sample; holds the best epoch's
    /// weights afterwards.
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
        Require(
            data.Classes.Length > 0, $"{loss.Name} needs class numbers; the data has numeric targets.", nameof(data));
        int rows = network.Outputs / network.OutputShape[network.OutputShape.Rank - 1];
        Require(
            rows == data.TargetShape.Length,
            $"{loss.Name} needs a network with a row of scores for each of the {data.TargetShape.Length} targets of a "
                + $"" +
            $"sample; this one makes {rows}, of shape {network.OutputShape}.",
            nameof(network));
        return new TrainingRun(network, new ClassObjective(loss), data, validation, options).Run(cancellation);
    }

    /// <summary>Trains with a loss of several arrays, one number of each for a sample.</summary>
    /// <remarks>
    /// Samples that the loss compares with each other are those of a batch: see <see cref="TrainingData.WithGroups"/>.
    /// </remarks>
    /// <param name="network">
    /// The network, with the outputs that the roles name; holds the best epoch's weights afterwards.
    /// </param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="roles">Which inputs of the loss are outputs and targets.</param>
    /// <param name="data">With the targets that the roles name.</param>
    /// <param name="validation">Judges the network after each epoch; null to judge by the training loss.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    /// <exception cref="ArgumentException">Network, data, roles and loss do not fit together.</exception>
    public static TrainingResult Fit(
        Network<float> network,
        IArrayLoss loss,
        ArrayRoles roles,
        TrainingData data,
        ValidationScore? validation,
        TrainingOptions options,
        CancellationToken cancellation = default)
    {
        Check(network, loss, data, options);
        ArgumentNullException.ThrowIfNull(roles);
        string[] named =
            [.. roles.Outputs, .. roles.Targets, .. roles.Groups is null ? (string[])[] : [roles.Groups],
            .. roles.Shared is null ? (string[])[] : [roles.Shared], .. roles.Constants.Keys];
        string? wrong = named.FirstOrDefault(name => loss.Inputs.All(card => card.Name != name))
            ?? loss.Inputs.FirstOrDefault(card => !card.IsOptional && !named.Contains(card.Name))?.Name;
        Require(
            wrong is null,
            $"{loss.Name} takes {string.Join(", ", loss.Inputs.Select(card => card.Name))}; the roles name "
            + $"{string.Join(", ", named)}.",
            nameof(roles));
        Require(
            roles.Width is null || roles.Outputs.Count == 1,
            $"A row of {roles.Width} numbers is one output; the roles name {roles.Outputs.Count}.",
            nameof(roles));
        Require(
            (roles.Shared is null) == (roles.SharedCount == 0) && (roles.Shared is null || roles.Width is null),
            $"Shared numbers need a name, a count and outputs of one number each; the roles have '{roles.Shared}' and "
                + $"{roles.SharedCount}.",
            nameof(roles));
        Require(
            roles.Offsets.Count == 0 || roles.Offsets.Count == roles.OutputCount,
            $"The roles have {roles.Offsets.Count} offsets for {roles.OutputCount} outputs.",
            nameof(roles));
        Require(
            network.Outputs == roles.OutputCount,
            $"The roles name {roles.OutputCount} outputs; the network has {network.Outputs}.",
            nameof(network));
        Require(
            data.Targets.Length > 0 && data.TargetShape.Length == roles.Targets.Count,
            $"The roles name {roles.Targets.Count} targets; the data has "
                + $"{(data.Targets.Length > 0 ? data.TargetShape.Length : 0)} "
            + "for a sample.",
            nameof(data));
        Require(
            roles.Groups is null || data.Groups is not null,
            $"{loss.Name} takes groups by '{roles.Groups}'; the data has none.",
            nameof(data));
        return new TrainingRun(network, new ArrayObjective(loss, roles), data, validation, options).Run(cancellation);
    }

    /// <summary>Trains several tasks at once, on layers that they share, and weighs them anew in every step.</summary>
    /// <remarks>
    /// <code>
    /// TrainingTask price = new(LossCatalogue.Create&lt;ISampleLoss&gt;("huber"));
    /// TrainingTask colour = new(LossCatalogue.Create&lt;IClassLoss&gt;("cross-entropy"), classes: 3);
    /// GradientSurgery surgery = new(new RandomStream(1));
    /// Trainer.Fit(network, [price, colour], surgery, data, validation: null, new TrainingOptions());
    /// </code>
    /// The step is by the gradient of Σ wᵢ Lᵢ, each Lᵢ a mean over the batch; a training is judged by the plain sum of
    /// the losses. Where the method asks for products of gradients, every task is differentiated by itself, and the
    /// products are of the gradients by all layers before the last one that learns: those that the tasks share.
    /// </remarks>
    /// <param name="network">
    /// The network, with the outputs of all tasks side by side; holds the best epoch's weights afterwards.
    /// </param>
    /// <param name="tasks">What is minimised, in the order of outputs and targets; one or more.</param>
    /// <param name="weighting">How the tasks are weighed; one object for one training where it learns.</param>
    /// <param name="data">With numeric targets, those of all tasks side by side; class numbers as numbers.</param>
    /// <param name="validation">Judges the network after each epoch; null to judge by the training loss.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    /// <exception cref="ArgumentException">Network, data and tasks do not fit together.</exception>
    public static TrainingResult Fit(
        Network<float> network,
        IReadOnlyList<TrainingTask> tasks,
        ITaskWeighting weighting,
        TrainingData data,
        ValidationScore? validation,
        TrainingOptions options,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(weighting);
        Require(tasks.Count > 0, "There are no tasks.", nameof(tasks));
        Check(network, tasks[0].Loss, data, options);
        int outputs = tasks.Sum(task => task.Outputs), targets = tasks.Sum(task => task.Targets);
        Require(
            network.OutputShape.Rank == 1 && network.Outputs == outputs,
            $"The tasks take {outputs} outputs side by side; the network makes {network.OutputShape}.",
            nameof(network));
        Require(
            data.Targets.Length > 0 && data.TargetShape.Length == targets && !data.HasTargetsPerStep,
            $"The tasks take {targets} numeric targets for a sample; the data has "
            + $"{(data.Targets.Length > 0 ? data.TargetShape.Length : 0)}.",
            nameof(data));
        return new TrainingRun(network, new TasksObjective(tasks, weighting), data, validation, options)
            .Run(cancellation);
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
