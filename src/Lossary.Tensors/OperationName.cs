namespace Lossary.Tensors;

/// <summary>How messages call an operation.</summary>
internal static class OperationName
{
    private const string Suffix = "Record";

    /// <summary>The name of the operation that leaves records of a type.</summary>
    public static string Of(Type record)
    {
        string name = record.Name.Split('`')[0];
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    /// <summary>An operation and the layer it stands in.</summary>
    public static string In(string operation, string? scope) => scope is null ? operation : $"{operation} in {scope}";
}
