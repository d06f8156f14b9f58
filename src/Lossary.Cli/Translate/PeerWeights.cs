using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>What weights of another library's call are here: members of the batch, not of the loss.</summary>
internal static class PeerWeights
{
    private const string MeanOverCount =
        "Reduction = Reduction.MeanOverCount, for the mean there divides by the number";

    /// <summary>Whether an argument of this name weighs classes or samples.</summary>
    public static bool IsCalled(string name) =>
        name is "weight" or "weights" or "class_weight" or "class_weights" or "sample_weight";

    /// <exception cref="UsageException">A weight is negative or not finite.</exception>
    public static void Check(PeerArgument argument)
    {
        double[] numbers = argument.Name is string name && IsCalled(name) ? PeerArray.Read(argument.Value) ?? [] : [];
        foreach (double number in numbers)
        {
            if (!double.IsFinite(number) || number < 0)
            {
                throw new UsageException(
                    $"{argument}: a weight must be finite and not negative, but one is {CallTemplate.Text(number)}.");
            }
        }
    }

    /// <summary>A clause on an argument that weighs.</summary>
    public static string Meaning(PeerArgument argument, CallReading reading)
    {
        if (argument.Text == "balanced")
        {
            return $"{argument}: the weight of a class is n / (classes · its samples); {Place(reading)}";
        }

        double[]? numbers = PeerArray.Read(argument.Value);
        if (numbers is null)
        {
            return $"{argument} is no list of numbers that can be read here; {Place(reading)}";
        }

        string code = PeerArray.Code(numbers);
        return reading.Create() switch
        {
            IClassLoss when argument.Name == "sample_weight" => $"{argument.Name}: Weights = {code} in the batch",
            IClassLoss => $"{argument.Name}: ClassWeights = {code} in the batch{Mean(reading)}",
            ISampleLoss when argument.Name is "class_weight" or "class_weights" && numbers.Length == 2 =>
                $"{argument.Name}: Weights in the batch, {CallTemplate.Text(numbers[0])} where the target is of the "
                + $"first class and {CallTemplate.Text(numbers[1])} where it is of the second",
            ISampleLoss =>
                $"{argument.Name}: Weights = {code} in the batch, repeated for each row of labels, and {MeanOverCount}",
            IArrayLoss arrays when arrays.Inputs.Any(card => card.Name == argument.Name) =>
                $"{argument.Name}: the input '{argument.Name}' here, {code}",
            _ =>
                $"{argument.Name}: the inputs' Weights weigh samples here; what weighs classes or labels is not "
                + $"translated",
        };
    }

    /// <summary>Several numbers for what is one number here.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="taken">What is taken for it.</param>
    /// <param name="onlyScales">Whether the loss is only multiplied by it.</param>
    public static string Several(string name, double[] numbers, double taken, bool onlyScales)
    {
        string code = PeerArray.Code(numbers);
        return (name, onlyScales) switch
        {
            (_, true) =>
                $"{name} has {numbers.Length} numbers, one for each class: ClassWeights = {code} in the batch, and "
                + $"{MeanOverCount}",
            ("pos_weight", _) => $"{name} has {numbers.Length} numbers, one for each label: leave it at 1, and let the "
                + $"batch's Weights be {code} where a target is 1 and 1 where it is 0, with {MeanOverCount}",
            _ =>
                $"{name} has {numbers.Length} numbers, and is one here: make a loss for each; "
                + $"{CallTemplate.Text(taken)} is taken",
        };
    }

    private static string Mean(CallReading reading) =>
        reading.Library.Key == "pytorch" && reading.Call.Contains("MultiMargin", StringComparison.Ordinal)
        ? $", and {MeanOverCount}"
        : reading.Library.Key == "pytorch" ? "; both means divide by the weights of the targets" : "";

    private static string Place(CallReading reading) => reading.Create() switch
    {
        IClassLoss => "ClassWeights of the batch weigh classes here, Weights weigh rows",
        ISampleLoss => "Weights of the batch weigh samples here",
        _ => "Weights of the inputs weigh samples here",
    };
}
