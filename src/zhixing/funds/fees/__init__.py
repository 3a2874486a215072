"""Relief from the fee of enforcement: deferral, reduction, exemption."""
