using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Names for tables.</summary>
internal static class Words
{
    public static string Of(Activation activation) => activation switch
    {
        Activation.Relu => "ReLU",
        Activation.Tanh => "tanh",
        Activation.Sigmoid => "sigmoid",
        _ => "identity",
    };
}
