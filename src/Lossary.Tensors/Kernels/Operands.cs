namespace Lossary.Tensors;

/// <summary>Which of its three operands a formula reads.</summary>
[Flags]
internal enum Operands
{
    None = 0,
    X = 1,
    Y = 2,
    Z = 4,
    All = X | Y | Z,
}
